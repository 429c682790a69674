#!/bin/sh
# Tells which keys of the Secret hubc-datahub in the namespace datahub-prod are missing, by the names of keys.
# No value is printed or kept. kubectl gets a Secret whole, values too: who runs this needs the right to read it. Written by hubc.
#
#   check-secrets.sh          asks the cluster of kubectl's current context
#   check-secrets.sh FILE     looks into a Secret that sops has encrypted
#
# Ends with 0 where every key is there, with 1 where one is missing, and with 2 where it could not look.
set -eu

wanted() {
  cat <<'KEYS'
data8.staff	list of people, a username a line
google.client-id	sign-in: client-id
google.client-secret	sign-in: client-secret
KEYS
}

# The Secret's keys, a line each.
keys_in_cluster() {
  # shellcheck disable=SC2016
  kubectl get secret hubc-datahub --namespace datahub-prod \
    --output 'go-template={{range $key, $value := .data}}{{printf "%s\n" $key}}{{end}}'
}

# In a file that sops has encrypted, keys stand as they are. A value that is empty counts as missing; one that stands there
# readable stops the script.
keys_in_file() {
  awk '
    function trimmed(text) { sub(/^[ \t]+/, "", text); sub(/[ \t\r]+$/, "", text); gsub(/^["\047]|["\047]$/, "", text); return text }
    /^[ \t]*(#|$)/ { next }
    /^[^ \t]/ {
      inside = ($0 ~ /^(data|stringData):[ \t\r]*$/)
      indent = -1
      if ($0 ~ /^sops:/) encrypted = 1
      next
    }
    inside {
      match($0, /^[ \t]*/)
      if (indent < 0) indent = RLENGTH
      if (RLENGTH > indent) next
      colon = index($0, ":")
      if (colon == 0) next
      key = trimmed(substr($0, 1, colon - 1))
      value = trimmed(substr($0, colon + 1))
      if (value == "") next
      if (value !~ /^ENC\[/) { readable = readable " " key; next }
      found = found key "\n"
    }
    END {
      if (!encrypted || readable != "") {
        print FILENAME ": not encrypted by sops" (readable == "" ? "" : ":" readable) > "/dev/stderr"
        exit 2
      }
      printf "%s", found
    }
  ' "$1"
}

if [ "$#" -gt 1 ]; then
  echo "usage: check-secrets.sh [FILE]" >&2
  exit 2
elif [ "$#" -eq 1 ]; then
  if [ ! -r "$1" ]; then
    echo "$1: can't be read" >&2
    exit 2
  fi
  where=$1
  found=$(keys_in_file "$1") || exit 2
else
  where="the Secret hubc-datahub in the namespace datahub-prod"
  found=$(keys_in_cluster) || exit 2
fi

missing=$(wanted | while IFS='	' read -r key use; do
  printf '%s\n' "$found" | grep -F -x -q -e "$key" || printf '  %s: %s\n' "$key" "$use"
done)

if [ -n "$missing" ]; then
  printf 'Missing in %s:\n%s\n' "$where" "$missing"
  exit 1
fi
printf 'Every key is in %s.\n' "$where"
