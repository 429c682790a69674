#!/bin/sh
# Copies of homes in the namespace NAMESPACE: shows them, keeps one for good, and brings one back. Written by hubc.
#
#   ./home-copies.sh list [HOME]            the copies of all homes, or of one
#   ./home-copies.sh keep HOME              archives a home as it is now, into a copy that is never removed
#   ./home-copies.sh restore HOME [TIME]    unpacks a copy, the newest without TIME, into a new folder of the home
#
# HOME is the folder of a person's home on the storage, _workspaces/NAME that of a shared account; TIME is as `list` shows it. A copy comes
# back as the folder restored-TIME of the home, or as the home where there is none any more; nothing that is there is changed.
set -eu

action=${1:-}
home=${2:-}
time=${3:-}
case "$action" in
list) ;;
keep | restore) if [ -z "$home" ]; then action=''; fi ;;
*) action='' ;;
esac
if [ -z "$action" ]; then
  echo "usage: $0 list [HOME] | keep HOME | restore HOME [TIME]" >&2
  exit 2
fi

job=hubc-home-copies-$(date -u +%Y%m%d%H%M%S)-$$
kubectl create job "$job" --namespace NAMESPACE --from=cronjob/hubc-home-copies --dry-run=client --output=json |
  kubectl set env --local --filename=- --output=json "HUBC_ACTION=$action" "HUBC_HOME=$home" "HUBC_TIME=$time" |
  kubectl create --namespace NAMESPACE --filename=-

while :; do
  state=$(kubectl get job "$job" --namespace NAMESPACE --output='jsonpath={.status.conditions[?(@.status=="True")].type}')
  case "$state" in
  *Complete* | *Failed*) break ;;
  esac
  sleep 2
done
kubectl logs "job/$job" --namespace NAMESPACE
case "$state" in
*Failed*) exit 1 ;;
esac
