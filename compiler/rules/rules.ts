// The list of rules. Adding one is a file and a line here.

import { aboveNode } from "./course/above-node.ts";
import { appNotOnHub } from "./course/app-not-on-hub.ts";
import { assignments } from "./course/assignments.ts";
import { book } from "./course/book.ts";
import { bookPath } from "./course/book-path.ts";
import { canvas } from "./course/canvas.ts";
import { formEditLink } from "./course/form-edit-link.ts";
import { gitVariableTaken } from "./course/git-variable-taken.ts";
import { gpuAboveNode } from "./course/gpu-above-node.ts";
import { graderLacksCommands } from "./course/grader-lacks-commands.ts";
import { hubLinks } from "./course/hub-links.ts";
import { insecureLink } from "./course/insecure-link.ts";
import { lectureElsewhere } from "./course/lecture-elsewhere.ts";
import { limitAboveNode } from "./course/limit-above-node.ts";
import { longTerm } from "./course/long-term.ts";
import { mountClash } from "./course/mount-clash.ts";
import { nbgrader } from "./course/nbgrader.ts";
import { noRepository } from "./course/no-repository.ts";
import { okpyIsLegacy } from "./course/okpy-is-legacy.ts";
import { otherUserId } from "./course/other-user-id.ts";
import { classFits } from "./course/pool-too-small.ts";
import { privateWithoutSignIn } from "./course/private-without-sign-in.ts";
import { repoUrl } from "./course/repo-url.ts";
import { repositoryPages } from "./course/repository-page.ts";
import { sameFolder } from "./course/same-folder.ts";
import { serviceLinks } from "./course/service-links.ts";
import { signInElsewhere } from "./course/sign-in-elsewhere.ts";
import { staffIsRoster } from "./course/staff-is-roster.ts";
import { staffWithoutRoster } from "./course/staff-without-roster.ts";
import { tooLittleMemory } from "./course/too-little-memory.ts";
import { undeclaredBranch } from "./course/undeclared-branch.ts";
import { windowOutsideTerm } from "./course/window-outside-term.ts";
import { wrongTerm } from "./course/wrong-term.ts";
import { groupAboveNode } from "./group/above-node.ts";
import { accountPrefix } from "./group/account-prefix.ts";
import { adminPageAndSignIn } from "./group/admin-page-and-sign-in.ts";
import { lookAlikeNames } from "./group/look-alike-names.ts";
import { reservedName } from "./group/reserved-name.ts";
import { scopes } from "./group/scopes.ts";
import { sources } from "./group/sources.ts";
import { workspaces } from "./group/workspaces.ts";
import { annotationTwice } from "./hub/annotation-twice.ts";
import { announcementTwice } from "./hub/announcement-twice.ts";
import { budgetIsJudged } from "./hub/budget-not-judged.ts";
import { certificate } from "./hub/certificate.ts";
import { certificateOfCloud } from "./hub/certificate-of-cloud.ts";
import { clusterNames } from "./hub/cluster-names.ts";
import { containerName } from "./hub/container-name.ts";
import { exampleAddress } from "./hub/example-address.ts";
import { exceptOutside } from "./hub/except-outside.ts";
import { fileFormat } from "./hub/file-format.ts";
import { fileTaken } from "./hub/file-taken.ts";
import { frameWithoutHttps } from "./hub/frame-without-https.ts";
import { hostTaken } from "./hub/host-taken.ts";
import { idpSameNames } from "./hub/idp-same-names.ts";
import { idpTwice } from "./hub/idp-twice.ts";
import { ingressWithoutTls } from "./hub/ingress-without-tls.ts";
import { labelKey } from "./hub/label-key.ts";
import { mountInHomes } from "./hub/mount-in-homes.ts";
import { mountTaken } from "./hub/mount-taken.ts";
import { namespaceTaken } from "./hub/namespace-taken.ts";
import { needsChart } from "./hub/needs-chart.ts";
import { noTime } from "./hub/no-time.ts";
import { budgetHolds } from "./hub/over-budget.ts";
import { podWithoutEffect } from "./hub/pod-without-effect.ts";
import { pools } from "./hub/pools.ts";
import { releaseNameTaken } from "./hub/release-name-taken.ts";
import { reservedPart } from "./hub/reserved-part.ts";
import { reservedValue } from "./hub/reserved-value.ts";
import { roleName } from "./hub/role-name.ts";
import { scopesForEverybody } from "./hub/scopes-for-everybody.ts";
import { serverImageAsHub } from "./hub/server-image-as-hub.ts";
import { serviceName } from "./hub/service-name.ts";
import { serviceWithoutScopes } from "./hub/service-without-scopes.ts";
import { signInSettings } from "./hub/sign-in-settings.ts";
import { spareWithoutPriority } from "./hub/spare-without-priority.ts";
import { stagesForPeople } from "./hub/stages-for-people.ts";
import { templateName } from "./hub/template-name.ts";
import { templatesWithoutRepository } from "./hub/templates-without-repository.ts";
import { umbrellaOfAnother } from "./hub/umbrella-of-another.ts";
import { umbrellaPart } from "./hub/umbrella-part.ts";
import { undeclaredStage } from "./hub/undeclared-stage.ts";
import { badReference } from "./image/bad-reference.ts";
import { conflictingPackages } from "./image/conflicting-packages.ts";
import { conflictingPins } from "./image/conflicting-pins.ts";
import { environment } from "./image/environment.ts";
import { filePaths } from "./image/file-paths.ts";
import { floatingTag } from "./image/floating-tag.ts";
import { hereDocument } from "./image/here-document.ts";
import { hiddenByHome } from "./image/hidden-by-home.ts";
import { hubImageForServers } from "./image/hub-image-for-servers.ts";
import { hubImagePackages } from "./image/hub-image-packages.ts";
import { jupyterhubVersion } from "./image/jupyterhub-version.ts";
import { missingCollaboration } from "./image/missing-collaboration.ts";
import { missingFeature } from "./image/missing-feature.ts";
import { missingNbgitpuller } from "./image/missing-nbgitpuller.ts";
import { newestR } from "./image/newest-r.ts";
import { notBuilt } from "./image/not-built.ts";
import { outOfSync } from "./image/out-of-sync.ts";
import { packageElsewhere } from "./image/package-elsewhere.ts";
import { partialExactPin } from "./image/partial-exact-pin.ts";
import { imageReservedName } from "./image/reserved-name.ts";
import { rockerSeries } from "./image/rocker-series.ts";
import { unknownPackage } from "./image/unknown-package.ts";
import { unprovenFeature } from "./image/unproven-feature.ts";
import { defaultTwice } from "./profile/default-twice.ts";
import { profileWithoutImage } from "./profile/no-image.ts";
import { noOpenSize } from "./profile/no-open-size.ts";
import { nobodyMayChoose } from "./profile/nobody-may-choose.ts";
import { sameSize } from "./profile/same-size.ts";
import { sameSlug } from "./profile/same-slug.ts";
import { sameTitle } from "./profile/same-title.ts";
import { sizeBelowGroup } from "./profile/size-below-group.ts";
import { chartBetween } from "./project/chart-between.ts";
import { deployTool } from "./project/deploy-tool.ts";
import { newerChart } from "./project/newer-chart.ts";
import { noRegistry } from "./project/no-registry.ts";
import { olderChart } from "./project/older-chart.ts";
import { placeholder } from "./project/placeholder.ts";
import { newerRegion } from "./provider/newer-region.ts";
import { poolKinds } from "./provider/pool-kinds.ts";
import { unknownMachine } from "./provider/unknown-machine.ts";
import { unknownRegion } from "./provider/unknown-region.ts";
import { unknownZone } from "./provider/unknown-zone.ts";
import { zonalVolumes } from "./provider/zonal-volumes.ts";
import { zones } from "./provider/zones.ts";
import type { Rule } from "./rule.ts";
import { secretInVariable } from "./secret/in-variable.ts";
import { hubSecretInServers } from "./secret/hub-in-servers.ts";
import { secretPlaces } from "./secret/places.ts";
import { sameKey } from "./secret/same-key.ts";
import { asRoot } from "./server/as-root.ts";
import { systemPath } from "./server/system-path.ts";
import { variable } from "./server/variable.ts";
import { alwaysKept } from "./storage/always-kept.ts";
import { claimElsewhere } from "./storage/claim-elsewhere.ts";
import { claimMadeHere } from "./storage/claim-made-here.ts";
import { copies } from "./storage/copies.ts";
import { filestoreTier } from "./storage/filestore-tier.ts";
import { notShareable } from "./storage/not-shareable.ts";
import { oneHost } from "./storage/one-host.ts";
import { providerHasIt } from "./storage/provider-has-it.ts";
import { sharedByHubs } from "./storage/shared-by-hubs.ts";
import { unknownHost } from "./storage/unknown-host.ts";

export const rules: readonly Rule[] = [
  budgetHolds,
  budgetIsJudged,
  idpSameNames,
  idpTwice,
  defaultTwice,
  nobodyMayChoose,
  noOpenSize,
  profileWithoutImage,
  sameSize,
  sameSlug,
  sameTitle,
  sizeBelowGroup,
  assignments,
  book,
  bookPath,
  canvas,
  gitVariableTaken,
  graderLacksCommands,
  hubLinks,
  insecureLink,
  nbgrader,
  okpyIsLegacy,
  sameFolder,
  noRepository,
  privateWithoutSignIn,
  signInElsewhere,
  repositoryPages,
  longTerm,
  exampleAddress,
  placeholder,
  serviceLinks,
  undeclaredBranch,
  wrongTerm,
  filestoreTier,
  scopes,
  reservedName,
  imageReservedName,
  lookAlikeNames,
  accountPrefix,
  reservedValue,
  mountClash,
  notShareable,
  aboveNode,
  adminPageAndSignIn,
  appNotOnHub,
  groupAboveNode,
  otherUserId,
  gpuAboveNode,
  badReference,
  certificate,
  certificateOfCloud,
  noTime,
  annotationTwice,
  exceptOutside,
  ingressWithoutTls,
  labelKey,
  namespaceTaken,
  releaseNameTaken,
  umbrellaOfAnother,
  umbrellaPart,
  fileFormat,
  fileTaken,
  scopesForEverybody,
  containerName,
  roleName,
  serviceName,
  serviceWithoutScopes,
  announcementTwice,
  templateName,
  templatesWithoutRepository,
  mountInHomes,
  mountTaken,
  reservedPart,
  podWithoutEffect,
  spareWithoutPriority,
  classFits,
  conflictingPackages,
  conflictingPins,
  environment,
  filePaths,
  floatingTag,
  formEditLink,
  frameWithoutHttps,
  hereDocument,
  hiddenByHome,
  hostTaken,
  jupyterhubVersion,
  lectureElsewhere,
  limitAboveNode,
  missingCollaboration,
  missingFeature,
  missingNbgitpuller,
  newestR,
  rockerSeries,
  notBuilt,
  deployTool,
  chartBetween,
  needsChart,
  newerChart,
  olderChart,
  noRegistry,
  outOfSync,
  packageElsewhere,
  partialExactPin,
  poolKinds,
  pools,
  oneHost,
  providerHasIt,
  repoUrl,
  clusterNames,
  alwaysKept,
  claimElsewhere,
  claimMadeHere,
  copies,
  sameKey,
  hubSecretInServers,
  secretInVariable,
  secretPlaces,
  sharedByHubs,
  unknownHost,
  signInSettings,
  sources,
  staffIsRoster,
  staffWithoutRoster,
  asRoot,
  systemPath,
  variable,
  unknownMachine,
  unknownPackage,
  unprovenFeature,
  stagesForPeople,
  undeclaredStage,
  tooLittleMemory,
  windowOutsideTerm,
  workspaces,
  zonalVolumes,
  unknownRegion,
  newerRegion,
  unknownZone,
  zones,
  serverImageAsHub,
  hubImageForServers,
  hubImagePackages,
];
