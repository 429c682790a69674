#!/bin/sh
# Removes jobs, and what belongs to them, that an earlier build wrote to the namespace stat159-staging and the one beside this script does not.
# Written by hubc.
#
# It looks only at objects with hubc's own labels, and only at the kinds below: never at volumes, claims, namespaces or Secrets. Objects of
# your own, which `manifests` brings, have no such labels and are yours to remove. Run it after `kubectl apply`, as deploy.sh does; it may be run again.
set -eu
cd "$(dirname "$0")"

kinds=cronjobs.batch,deployments.apps,configmaps,networkpolicies.networking.k8s.io
kinds=$kinds,rolebindings.rbac.authorization.k8s.io,roles.rbac.authorization.k8s.io,serviceaccounts
labels=app.kubernetes.io/managed-by=hubc,app.kubernetes.io/part-of=stat159
# The list of what hubc deploy has brought is its own.
labels=$labels,!hubc/inventory

written=$(kubectl create --filename manifests/ --dry-run=client --output name)
found=$(kubectl get "$kinds" --namespace stat159-staging --selector "$labels" --output name)
if [ -z "$written" ] && [ -n "$found" ]; then
  echo "manifests/ holds no object: nothing is removed" >&2
  exit 1
fi

for object in $found; do
  if printf '%s\n' "$written" | grep -F -x -q -e "$object"; then continue; fi
  kubectl delete "$object" --namespace stat159-staging --ignore-not-found
done
