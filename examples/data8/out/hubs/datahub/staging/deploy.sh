#!/usr/bin/env bash
# Deploys the release datahub-staging to the cluster of kubectl's current context. Written by hubc.
# It needs bash, kubectl and helm, and may be run again.
set -euo pipefail

# The release's folder.
cd "$(dirname "$0")"

# What exists without the release and outlives it, as hubc deploy applies it: a field that somebody else has set is refused.
kubectl apply --server-side --field-manager=hubc --filename manifests/

# Jobs of earlier builds that this one does not write.
sh ./remove-unused.sh

# Names of keys are looked at, values never.
sh ./check-secrets.sh

# What jobs have changed since, such as the number of placeholders, is set back.
case $(helm version --short) in v3.*) options=(--atomic) ;; *) options=(--rollback-on-failure --wait=legacy --server-side=true --force-conflicts) ;; esac

# A release that does not come up is put back to what it was.
helm upgrade --install datahub-staging jupyterhub --repo https://hub.jupyter.org/helm-chart/ --version 4.4.0 \
  --namespace datahub-staging --values values.yaml --timeout 30m "${options[@]}"

# What hubc deploy has noted of its last deployment does not hold any more.
if [ -n "$(kubectl get configmap hubc-inventory-datahub-staging --namespace datahub-staging --ignore-not-found --output name)" ]; then
  kubectl patch configmap hubc-inventory-datahub-staging --namespace datahub-staging --type=merge --patch '{"data":{"values":null,"homes":null,"chart":null}}'
fi
