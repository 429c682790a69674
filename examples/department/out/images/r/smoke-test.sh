#!/usr/bin/env bash
# Made by hubc from the image r: change its declaration, not this file.
# Run it in the image:
#   docker run --rm --volume "$PWD:/smoke-test:ro" IMAGE /smoke-test/smoke-test.sh
# A line for each check; the exit code is 1 where one fails.
set -uo pipefail

: "${HOME:=}"
passed=0
failed=0

# check TITLE COMMAND…: the command succeeds. The end of what it said is shown where it does not.
check() {
  local title="$1" said
  shift
  if said="$("$@" 2>&1)"; then
    passed=$((passed + 1))
    echo "ok       $title"
  else
    failed=$((failed + 1))
    echo "FAILED   $title"
    tail -n 12 <<< "$said" | sed "s/^/         /"
  fi
}

check 'runs as 1000' test "$(id -u)" = 1000
check 'has its home in /home/rstudio' test "$HOME" = /home/rstudio
check 'may write to its home' test -w "$HOME"

# Packages, under the names that programs import.
check 'imports jupyterhub' python -c 'import jupyterhub'
check 'imports jupyterlab' python -c 'import jupyterlab'
check 'imports notebook' python -c 'import notebook'
check 'imports ipywidgets' python -c 'import ipywidgets'
check 'imports jupyter_resource_usage' python -c 'import jupyter_resource_usage'
check 'imports jupyter_rsession_proxy' python -c 'import jupyter_rsession_proxy'
check 'loads the R package IRkernel' Rscript -e 'library("IRkernel", character.only = TRUE)'

# A server starts and answers, on this machine alone, with a token, and ends again.
server_answers() {
  local folder port server status=0
  folder="$(mktemp -d)"
  port="$(python -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')"
  cd "$folder" || return 1
  JUPYTER_RUNTIME_DIR="$folder" JUPYTER_TOKEN=smoke-test \
    jupyter server --no-browser --ip=127.0.0.1 --port="$port" --ServerApp.port_retries=0 > server.log 2>&1 &
  server=$!
  python - "$port" "$server" << 'PYTHON' || status=1
import json, os, sys, time, urllib.error, urllib.request

port, server = int(sys.argv[1]), int(sys.argv[2])
request = urllib.request.Request(f"http://127.0.0.1:{port}/api/status", headers={"Authorization": "token smoke-test"})
client = urllib.request.build_opener(urllib.request.ProxyHandler({}))
end = time.monotonic() + 90
while True:
    try:
        json.load(client.open(request, timeout=10))["started"]
        break
    except urllib.error.HTTPError as error:
        sys.exit(f"the server answers {error}")
    except (OSError, ValueError, KeyError) as error:
        if time.monotonic() > end:
            sys.exit(f"no answer after 90 seconds: {error}")
    time.sleep(0.5)
    try:
        os.kill(server, 0)
    except ProcessLookupError:
        sys.exit("the server has ended")
PYTHON
  if [ "$status" -ne 0 ]; then tail -n 10 server.log; fi
  kill "$server" 2> /dev/null
  wait "$server" 2> /dev/null
  cd / && rm -rf "$folder"
  return "$status"
}

check "has jupyterhub's server" jupyterhub-singleuser --version
check 'starts a server that answers' server_answers

echo
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
