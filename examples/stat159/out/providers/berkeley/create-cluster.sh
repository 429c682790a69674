#!/usr/bin/env bash
# Makes the cluster spring-2026 and its pools. Written by hubc from the provider berkeley; edit the .hub files, not this.
# May be run again: what exists is left as it is.
set -euo pipefail

# The cluster. Network policies keep servers from one another only with Dataplane V2.
cluster_made=no
if ! gcloud container clusters describe spring-2026 --project=ucb-datahub-2018 --location=us-central1-b >/dev/null 2>&1; then
  gcloud container clusters create spring-2026 \
    --project=ucb-datahub-2018 --location=us-central1-b \
    --release-channel=regular --enable-ip-alias --enable-dataplane-v2 \
    --workload-pool=ucb-datahub-2018.svc.id.goog \
    --autoscaling-profile=optimize-utilization \
    --num-nodes=1
  cluster_made=yes
fi

# The pool core, for the hub's own pods.
if ! gcloud container node-pools describe core --cluster=spring-2026 --project=ucb-datahub-2018 --location=us-central1-b >/dev/null 2>&1; then
  gcloud container node-pools create core \
    --cluster=spring-2026 --project=ucb-datahub-2018 --location=us-central1-b \
    --machine-type=n2-standard-4 \
    --enable-autoscaling --total-min-nodes=1 --total-max-nodes=3 --num-nodes=1 \
    --scopes=https://www.googleapis.com/auth/cloud-platform --workload-metadata=GKE_METADATA \
    --node-labels=hub.jupyter.org/pool-name=core,hub.jupyter.org/node-purpose=core
fi

# The pool stat159, for people's servers.
if ! gcloud container node-pools describe stat159 --cluster=spring-2026 --project=ucb-datahub-2018 --location=us-central1-b >/dev/null 2>&1; then
  gcloud container node-pools create stat159 \
    --cluster=spring-2026 --project=ucb-datahub-2018 --location=us-central1-b \
    --machine-type=n2-highmem-8 \
    --enable-autoscaling --total-min-nodes=0 --total-max-nodes=20 --num-nodes=0 \
    --scopes=https://www.googleapis.com/auth/cloud-platform --workload-metadata=GKE_METADATA \
    --node-labels=hub.jupyter.org/pool-name=stat159,hub.jupyter.org/node-purpose=user \
    --node-taints=hub.jupyter.org_dedicated=user:NoSchedule
fi

# The pool default-pool, with which GKE makes every cluster, is not used. It goes where this run made the cluster, and stays in one that was there.
if [ "$cluster_made" = yes ]; then
  gcloud container node-pools delete default-pool \
    --cluster=spring-2026 --project=ucb-datahub-2018 --location=us-central1-b --quiet
fi

# kubectl learns of the cluster.
gcloud container clusters get-credentials spring-2026 --project=ucb-datahub-2018 --location=us-central1-b
