#!/usr/bin/env bash
# Makes the cluster hubs and its pools. Written by hubc from the provider campus; edit the .hub files, not this.
# May be run again: what exists is left as it is.
set -euo pipefail

# The cluster. Network policies keep servers from one another only with Dataplane V2.
cluster_made=no
if ! gcloud container clusters describe hubs --project=campus-statistics --location=us-central1 >/dev/null 2>&1; then
  gcloud container clusters create hubs \
    --project=campus-statistics --location=us-central1 \
    --release-channel=regular --enable-ip-alias --enable-dataplane-v2 \
    --workload-pool=campus-statistics.svc.id.goog \
    --autoscaling-profile=optimize-utilization \
    --num-nodes=1
  cluster_made=yes
fi

# The pool core, for the hub's own pods.
if ! gcloud container node-pools describe core --cluster=hubs --project=campus-statistics --location=us-central1 >/dev/null 2>&1; then
  gcloud container node-pools create core \
    --cluster=hubs --project=campus-statistics --location=us-central1 \
    --machine-type=n2-standard-2 \
    --enable-autoscaling --total-min-nodes=1 --total-max-nodes=1 --num-nodes=1 \
    --scopes=https://www.googleapis.com/auth/cloud-platform --workload-metadata=GKE_METADATA \
    --node-labels=hub.jupyter.org/pool-name=core,hub.jupyter.org/node-purpose=core
fi

# The pool users, for people's servers.
if ! gcloud container node-pools describe users --cluster=hubs --project=campus-statistics --location=us-central1 >/dev/null 2>&1; then
  gcloud container node-pools create users \
    --cluster=hubs --project=campus-statistics --location=us-central1 \
    --machine-type=n2-highmem-8 \
    --enable-autoscaling --total-min-nodes=0 --total-max-nodes=12 --num-nodes=0 \
    --scopes=https://www.googleapis.com/auth/cloud-platform --workload-metadata=GKE_METADATA \
    --node-labels=hub.jupyter.org/pool-name=users,hub.jupyter.org/node-purpose=user \
    --node-taints=hub.jupyter.org_dedicated=user:NoSchedule
fi

# The pool gpus, for people's servers.
if ! gcloud container node-pools describe gpus --cluster=hubs --project=campus-statistics --location=us-central1 >/dev/null 2>&1; then
  gcloud container node-pools create gpus \
    --cluster=hubs --project=campus-statistics --location=us-central1 \
    --machine-type=a2-highgpu-1g \
    --enable-autoscaling --total-min-nodes=0 --total-max-nodes=3 --num-nodes=0 \
    --scopes=https://www.googleapis.com/auth/cloud-platform --workload-metadata=GKE_METADATA \
    --node-labels=hub.jupyter.org/pool-name=gpus,hub.jupyter.org/node-purpose=user \
    --node-taints=hub.jupyter.org_dedicated=user:NoSchedule
fi

# The pool default-pool, with which GKE makes every cluster, is not used. It goes where this run made the cluster, and stays in one that was there.
if [ "$cluster_made" = yes ]; then
  gcloud container node-pools delete default-pool \
    --cluster=hubs --project=campus-statistics --location=us-central1 --quiet
fi

# kubectl learns of the cluster.
gcloud container clusters get-credentials hubs --project=campus-statistics --location=us-central1
