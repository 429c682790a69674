#!/usr/bin/env bash
# Deploys the release stat159-prod to the cluster of the provider berkeley. Written by hubc.
# It needs bash, kubectl and helm, and may be run again.
#
#   deploy.sh                   to the cluster of kubectl's current context
#   deploy.sh --context NAME    to that of another
#   deploy.sh --dry-run         tries it on the server, says what it would remove, and changes nothing
set -euo pipefail

# The context, which has to be that of the provider's cluster.
context=""
dry_run=""
while [ "$#" -gt 0 ]; do
  case $1 in
    --dry-run) dry_run=yes ;;
    --context)
      context=${2:?a context follows --context}
      shift
      ;;
    *)
      echo "usage: deploy.sh [--dry-run] [--context NAME]" >&2
      exit 2
      ;;
  esac
  shift
done
if [ -z "$context" ]; then context=$(kubectl config current-context); fi
of_context() { kubectl config view --minify --context "$context" --output "jsonpath=$1"; }
cluster=$(of_context '{.clusters[0].name}')
server=$(of_context '{.clusters[0].cluster.server}')
user=$(of_context '{.contexts[0].context.user}')

# Another cluster is refused.
is_its() { case $1 in gke_ucb-datahub-2018_us-central1-b_spring-2026) ;; *) return 1 ;; esac; }
if ! is_its "$context" && ! is_its "$cluster"; then
  # shellcheck disable=SC2016
  printf 'The context `%s` leads to the cluster `%s` (%s), %s\n' "$context" "$cluster" "$server" \
    'which is not that of the provider `berkeley`: that one is `gke_ucb-datahub-2018_us-central1-b_spring-2026`. Choose its context with --context; `gcloud container clusters get-credentials spring-2026 --zone us-central1-b --project ucb-datahub-2018` makes it. Where it is that cluster under a name of your own, `kubectl config rename-context` gives it the other.' >&2
  exit 2
fi

# kubectl and helm keep to this context from here on, whatever becomes the current one, and to the release's namespace.
work=$(mktemp -d)
renewing=""
at_end() {
  if [ -n "$renewing" ]; then
    kill "$renewing" 2> /dev/null || true
    set_lease holderIdentity "" > /dev/null 2>&1 || true
  fi
  rm -rf "$work"
}
trap at_end EXIT
files=""
IFS=: read -r -a given <<< "${KUBECONFIG:-$HOME/.kube/config}"
for file in "${given[@]}"; do
  case $file in
    '') ;;
    /*) files=$files:$file ;;
    *) files=$files:$PWD/$file ;;
  esac
done
export KUBECONFIG="$work/context"
kubectl config set-context "$context" --cluster "$cluster" --user "$user" --namespace stat159-prod > /dev/null
kubectl config use-context "$context" > /dev/null
KUBECONFIG=$KUBECONFIG$files

# The release's folder.
cd "$(dirname "$0")"

# Whether the keys are there. kubectl gets the Secret whole; names of keys alone are printed.
sh ./check-secrets.sh

# Everything is tried before anything is applied; there has to be a namespace for it. A field that somebody else has set is refused.
there=$(kubectl get namespace stat159-prod --ignore-not-found --output name)
if [ -n "$there" ]; then kubectl apply --server-side --field-manager=hubc --dry-run=server --filename manifests/; fi
if [ -n "$dry_run" ]; then
  if [ -n "$there" ]; then sh ./remove-unused.sh --list; fi
  exit
fi

# The namespace comes first.
kubectl apply --server-side --field-manager=hubc --filename manifests/10-namespace.yaml

# One deployment at a time, by this script or by hubc deploy: a Lease, which is free where it was not renewed.
lease=(--namespace stat159-prod lease/hubc-deploy-stat159-prod)
holder="deploy.sh, process $$ on $(uname -n), $RANDOM$RANDOM"
now() { date -u +%Y-%m-%dT%H:%M:%S.000000Z; }
new_lease() {
  printf '{"apiVersion":"coordination.k8s.io/v1","kind":"Lease","metadata":{"name":"hubc-deploy-stat159-prod","namespace":"stat159-prod"%s,' "$1"
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

# A helm that was killed, or is at work, leaves the release pending.
pending=$(helm list --pending --short --namespace stat159-prod --filter '^stat159-prod$')
if [ -n "$pending" ]; then
  # shellcheck disable=SC2016
  printf '%s\n' 'A helm is at work on the release stat159-prod, or was killed. Wait until it has ended. If it was killed, `helm rollback stat159-prod --namespace stat159-prod` puts the release back, and `helm uninstall` a first installation.' >&2
  exit 2
fi

# What comes is noted, so that a later run knows of it.
sh ./remove-unused.sh --begin

# What exists without the release and outlives it, as hubc deploy applies it.
kubectl apply --server-side --field-manager=hubc --filename manifests/

# What jobs have changed since, such as the number of placeholders, is set back.
version=$(helm version --short)
case $version in v3.*) options=(--atomic) ;; *) options=(--rollback-on-failure --wait=legacy --server-side=true --force-conflicts) ;; esac

# A release that does not come up is put back to what it was.
if ! helm upgrade --install stat159-prod jupyterhub --repo https://hub.jupyter.org/helm-chart/ --version 4.4.0 \
  --namespace stat159-prod --values values.yaml --timeout 30m "${options[@]}"; then
  echo "The release is as it was. The manifests stay as they were applied: run the script of the earlier build to have those." >&2
  exit 1
fi

# What this build does not write any more goes; nothing that keeps something.
sh ./remove-unused.sh
