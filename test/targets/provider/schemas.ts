// What eksctl, Config Connector and kind take, by the fields that the outputs use and with the values that they are to have. Whether the
// projects themselves take them is asked of their own schemas, in own-schemas.test.ts; kind has none.

import { closed, list, only, text, texts, truth, whole } from "../../support/closed-schema.ts";

const taint = (effect: string) => list(closed({ key: text, value: text, effect: only(effect) }));

export const eksctl = closed({
  apiVersion: only("eksctl.io/v1alpha5"),
  kind: only("ClusterConfig"),
  metadata: closed({ name: text, region: text }),
  iam: closed({
    withOIDC: truth,
    serviceAccounts: list(
      closed({
        metadata: closed({ name: text, namespace: text }),
        wellKnownPolicies: closed({ autoScaler: truth }),
      }),
    ),
  }),
  "availabilityZones?": { ...list(text), minItems: 2 },
  addons: list(
    closed({
      name: only("vpc-cni", "coredns", "kube-proxy", "aws-ebs-csi-driver", "aws-efs-csi-driver"),
      "configurationValues?": text,
      "wellKnownPolicies?": closed({ "ebsCSIController?": truth, "efsCSIController?": truth }),
    }),
  ),
  managedNodeGroups: list({
    ...closed({
      name: { type: "string", pattern: "^[A-Za-z0-9][A-Za-z0-9-]{0,62}$" },
      "instanceType?": text,
      "instanceTypes?": list(text),
      "spot?": only(true),
      "availabilityZones?": list(text),
      minSize: whole,
      maxSize: { type: "integer", minimum: 1 },
      desiredCapacity: whole,
      "volumeSize?": { type: "integer", minimum: 1 },
      labels: texts,
      "taints?": taint("NoSchedule"),
      "tags?": texts,
      "propagateASGTags?": truth,
    }),
    oneOf: [{ required: ["instanceType"] }, { required: ["instanceTypes", "spot"] }],
  }),
});

const metadata = closed({ name: { type: "string", pattern: "^[a-z]([-a-z0-9]*[a-z0-9])?$" }, annotations: texts });

export const containerCluster = closed({
  apiVersion: only("container.cnrm.cloud.google.com/v1beta1"),
  kind: only("ContainerCluster"),
  metadata,
  spec: closed({
    location: text,
    initialNodeCount: whole,
    releaseChannel: closed({ channel: only("REGULAR") }),
    networkingMode: only("VPC_NATIVE"),
    ipAllocationPolicy: closed({}),
    datapathProvider: only("ADVANCED_DATAPATH"),
    workloadIdentityConfig: closed({ workloadPool: { type: "string", pattern: "^[a-z0-9:.-]+\\.svc\\.id\\.goog$" } }),
    clusterAutoscaling: closed({ autoscalingProfile: only("OPTIMIZE_UTILIZATION") }),
  }),
});

export const containerNodePool = closed({
  apiVersion: only("container.cnrm.cloud.google.com/v1beta1"),
  kind: only("ContainerNodePool"),
  metadata,
  spec: closed({
    resourceID: { type: "string", pattern: "^[a-z]([-a-z0-9]{0,38}[a-z0-9])?$" },
    clusterRef: closed({ name: text }),
    location: text,
    "nodeLocations?": list(text),
    initialNodeCount: whole,
    autoscaling: closed({ totalMinNodeCount: whole, totalMaxNodeCount: { type: "integer", minimum: 1 } }),
    management: closed({ autoRepair: truth, autoUpgrade: truth }),
    nodeConfig: closed({
      machineType: text,
      "diskSizeGb?": { type: "integer", minimum: 10 },
      oauthScopes: list(only("https://www.googleapis.com/auth/cloud-platform")),
      workloadMetadataConfig: closed({ mode: only("GKE_METADATA") }),
      "spot?": truth,
      labels: texts,
      "taint?": taint("NO_SCHEDULE"),
    }),
  }),
});

export const kindCluster = closed({
  kind: only("Cluster"),
  apiVersion: only("kind.x-k8s.io/v1alpha4"),
  name: text,
  nodes: list(
    closed({
      role: only("control-plane", "worker"),
      "labels?": texts,
      "extraPortMappings?": list(closed({ containerPort: whole, hostPort: whole, protocol: only("TCP") })),
      "kubeadmConfigPatches?": list(text),
    }),
  ),
});

export const storageClass = closed({
  apiVersion: only("storage.k8s.io/v1"),
  kind: only("StorageClass"),
  metadata: closed({ name: text, annotations: texts }),
  provisioner: text,
  parameters: texts,
  reclaimPolicy: only("Delete", "Retain"),
  volumeBindingMode: only("WaitForFirstConsumer", "Immediate"),
  allowVolumeExpansion: truth,
});
