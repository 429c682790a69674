on=$(DAY_NOW)
changed=()
for release in RELEASES; do
  last=
  if ! WANTS_ALL; then
    # The commit and the time of the newest deployment, where that went well.
    LAST
  fi
  read -r commit time <<< "$last" || true
  if [ -n "$commit" ] && git cat-file -e "$commit^{commit}" 2> /dev/null &&
    # Another hubc may write something else of the same program.
    git diff --quiet "$commit" HEAD -- package.json package-lock.json PIPELINE; then
    from=$(DAY_THEN)
    plan="FOLDER/plan-$commit-$from.json"
    if [ ! -e "$plan" ]; then
      # 1 is what the plan refuses; anything else is a plan that could not be made.
      hubc plan PROJECT --against "$commit" --from "$from" --to "$on" --format json > "$plan" || [ "$?" -eq 1 ] || : > "$plan"
    fi
    if [ -s "$plan" ] && ! node --eval 'const [plan, name] = process.argv.slice(1); const { releases } = JSON.parse(require("fs").readFileSync(plan, "utf8")); process.exit(releases.some(({ hub, stage }) => hub + "-" + stage === name) ? 0 : 1)' "$plan" "$release"; then
      echo "$release is as $commit deployed it on $from."
      continue
    fi
  fi
  echo "$release is deployed."
  changed+=("$release")
done
