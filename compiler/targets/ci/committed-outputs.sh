if ! git ls-files --error-unmatch OUT/hubc-manifest.json > /dev/null 2>&1; then
  echo "SHOWN is not committed."
  exit 0
fi
on=$(node --print 'JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")).days.find(Boolean) ?? ""' OUT/hubc-manifest.json)
if [ -z "$on" ]; then on=$(TODAY); fi
BUILD
changed=$(git status --porcelain -- OUT)
if [ -n "$changed" ]; then
  printf '%s\n%s\n' "$changed" "SHOWN is not what hubc build makes of its program. Run hubc build --on $on, and commit SHOWN."
  exit 1
fi
