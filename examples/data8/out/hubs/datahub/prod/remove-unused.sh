#!/bin/sh
# Removes what earlier builds brought for the release datahub-prod and the one beside this script does not, and notes what this one brings: in
# the ConfigMap hubc-inventory-datahub-prod of the namespace datahub-prod, which hubc deploy reads and writes too. Written by hubc.
#
#   remove-unused.sh            removes and notes; run it last, as deploy.sh does
#   remove-unused.sh --begin    notes what comes before it is applied, so that a run that is killed loses sight of nothing
#   remove-unused.sh --list     only says what it would remove
#
# It removes jobs, configuration and what else keeps nothing that could not be made again. Volumes, claims, namespaces, Secrets and all other
# kinds stay, and are named with the command that would remove them. Objects without a note are found by hubc's own labels.
set -eu
cd "$(dirname "$0")"
case ${1-} in
  '' | --begin | --list) ;;
  *) echo "usage: remove-unused.sh [--begin | --list]" >&2; exit 2 ;;
esac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Objects are noted a line each: ["apps/v1","Deployment","datahub-prod","name"].
object='{{printf "[%q,%q,%q,%q]\n" .apiVersion .kind (or .metadata.namespace "") .metadata.name}}'
inventory=hubc-inventory-datahub-prod
kubectl create --filename manifests/ --dry-run=client --output "go-template=$object" > "$work/written"
kubectl get configmap "$inventory" --namespace datahub-prod --ignore-not-found --output 'go-template={{.data.objects}}{{"\n"}}' > "$work/noted"
# What other releases of the namespace have noted is theirs.
kubectl get configmaps --namespace datahub-prod --selector hubc/inventory=true --field-selector "metadata.name!=$inventory" \
  --output 'go-template={{range .items}}{{.data.objects}}{{"\n"}}{{end}}' > "$work/others"
kubectl get cronjob.batch,deployment.apps,configmap,networkpolicy.networking.k8s.io,rolebinding.rbac.authorization.k8s.io,role.rbac.authorization.k8s.io,serviceaccount --namespace datahub-prod \
  --selector 'app.kubernetes.io/managed-by=hubc,app.kubernetes.io/part-of=datahub,!hubc/inventory' \
  --output "go-template={{range .items}}$object{{end}}" > "$work/labelled"
if ! [ -s "$work/written" ]; then
  echo "manifests/ holds no object: nothing is removed" >&2
  exit 1
fi

note() {
  # Without a line end at the end, as hubc deploy writes it.
  printf '%s' "$(grep '^\["' | LC_ALL=C sort -u)" > "$work/objects"
  kubectl create configmap "$inventory" --namespace datahub-prod --from-file "$work/objects" --dry-run=client --output yaml |
    kubectl label --local --filename - --output yaml app.kubernetes.io/managed-by=hubc app.kubernetes.io/part-of=datahub hubc/inventory=true |
    kubectl apply --server-side --field-manager=hubc --force-conflicts --filename - > /dev/null
}

if [ "${1-}" = --begin ]; then
  cat "$work/written" "$work/noted" "$work/labelled" | note
  exit
fi

# What was brought and is not written: `remove` or `keep`, the kind with its group, the namespace, the name, and the line.
cat "$work/noted" "$work/labelled" > "$work/earlier"
awk -F '"' -v earlier="$work/earlier" '
  !/^\["[^"]+","[^"]+","[^"]*","[^"]+"\]$/ { next }
  { group = ($2 ~ /\//) ? $2 : ""; sub(/\/.*/, "", group); key = group "/" $4 "/" $6 "/" $8 }
  FILENAME != earlier { stays[key]; next }
  key in stays { next }
  {
    stays[key]
    removable = $6 != "" && index(" /ConfigMap /ServiceAccount /Service apps/Deployment apps/DaemonSet apps/StatefulSet batch/CronJob batch/Job networking.k8s.io/NetworkPolicy networking.k8s.io/Ingress rbac.authorization.k8s.io/Role rbac.authorization.k8s.io/RoleBinding policy/PodDisruptionBudget cloud.google.com/BackendConfig networking.gke.io/FrontendConfig ", " " group "/" $4 " ")
    print (removable ? "remove" : "keep"), tolower($4) (group == "" ? "" : "." group), ($6 == "" ? "-" : $6), $8, $0
  }
' "$work/written" "$work/others" "$work/earlier" > "$work/unused"

while read -r what kind namespace name line; do
  place=""
  if [ "$namespace" != - ]; then place=" --namespace $namespace"; fi
  if [ "$what" = keep ]; then
    echo "$kind/$name is not written any more, and stays; \`kubectl delete $kind $name$place\` would remove it"
    printf '%s\n' "$line" >> "$work/written"
  elif [ "${1-}" = --list ]; then
    echo "$kind/$name is not written any more, and would be removed"
  else
    kubectl delete "$kind" "$name" --namespace "$namespace" --ignore-not-found --wait=false
  fi
done < "$work/unused"

if [ "${1-}" = "" ]; then note < "$work/written"; fi
