lease=(--namespace NAMESPACE lease/hubc-deploy-RELEASE)
holder="deploy.sh, process $$ on $(uname -n), $RANDOM$RANDOM"
now() { date -u +%Y-%m-%dT%H:%M:%S.000000Z; }
new_lease() {
  printf '{"apiVersion":"coordination.k8s.io/v1","kind":"Lease","metadata":{"name":"hubc-deploy-RELEASE","namespace":"NAMESPACE"%s,' "$1"
  printf '"labels":{"app.kubernetes.io/managed-by":"hubc"}},"spec":{"holderIdentity":"%s","leaseDurationSeconds":20,' "$holder"
  printf '"acquireTime":"%s","renewTime":"%s"}}' "$(now)" "$(now)"
}
# A field and its value, for as long as the lease is this script's.
set_lease() {
  kubectl patch "${lease[@]}" --type=json --patch "[{\"op\":\"test\",\"path\":\"/spec/holderIdentity\",\"value\":\"$holder\"},{\"op\":\"replace\",\"path\":\"/spec/$1\",\"value\":\"$2\"}]"
}
seen=""
same=0
failed=0
for ((seconds = 0; ; seconds++)); do
  # Another version at each look: it is renewed.
  found=$(kubectl get "${lease[@]}" --ignore-not-found --output 'go-template={{.metadata.resourceVersion}}|{{.spec.holderIdentity}}')
  IFS='|' read -r version other <<< "$found" || true
  if [ "$found" = "$seen" ]; then same=$((same + 1)); else same=0; fi
  seen=$found
  if [ -z "$found" ]; then
    if new_lease "" | kubectl create --filename - > "$work/lease" 2>&1; then break; fi
    failed=$((failed + 1))
  elif [ -z "$other" ] || [ "$other" = "<no value>" ] || [ "$same" -ge 25 ]; then
    if new_lease ",\"resourceVersion\":\"$version\"" | kubectl replace --filename - > "$work/lease" 2>&1; then break; fi
    failed=$((failed + 1))
  elif [ "$same" = 3 ]; then
    echo "waiting for another deployment of the release" >&2
  fi
  if [ "$failed" -ge 5 ]; then cat "$work/lease" >&2; exit 1; fi
  if [ "$seconds" -ge 1800 ]; then echo "Another deployment of the release is under way. Wait until it has ended." >&2; exit 2; fi
  sleep 1
done
main=$$
(
  missed=0
  while sleep 5 && kill -0 "$main"; do
    if set_lease renewTime "$(now)"; then missed=0; else missed=$((missed + 1)); fi
    if [ "$missed" -ge 4 ]; then
      kill -USR1 "$main"
      exit
    fi
  done
) > /dev/null 2>&1 &
renewing=$!
trap 'echo "The lease of the deployment was lost: somebody else may be deploying the release. Deploy again once that has ended." >&2; exit 1' USR1
