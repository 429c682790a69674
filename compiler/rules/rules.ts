// Every rule, in order of its path. Written by `npm run generate` from what is in the folders.

import { appNotOnHub } from "./course/app-not-on-hub.ts";
import { assignmentOutsideTerm } from "./course/assignment-outside-term.ts";
import { bookBranch } from "./course/book-branch.ts";
import { bookPath } from "./course/book-path.ts";
import { bookWithoutRepo } from "./course/book-without-repo.ts";
import { canvasElsewhere } from "./course/canvas-elsewhere.ts";
import { chapterTwice } from "./course/chapter-twice.ts";
import { cpuAboveNode } from "./course/cpu-above-node.ts";
import { dueBeforeRelease } from "./course/due-before-release.ts";
import { exampleLink } from "./course/example-link.ts";
import { formEditLink } from "./course/form-edit-link.ts";
import { gitVariableTaken } from "./course/git-variable-taken.ts";
import { gpuAboveNode } from "./course/gpu-above-node.ts";
import { graderLacksCommands } from "./course/grader-lacks-commands.ts";
import { gradescopeCourse } from "./course/gradescope-course.ts";
import { hiddenTestsShown } from "./course/hidden-tests-shown.ts";
import { insecureLink } from "./course/insecure-link.ts";
import { limitAboveNode } from "./course/limit-above-node.ts";
import { linkElsewhere } from "./course/link-elsewhere.ts";
import { linkForm } from "./course/link-form.ts";
import { longTerm } from "./course/long-term.ts";
import { memoryAboveNode } from "./course/memory-above-node.ts";
import { mountClash } from "./course/mount-clash.ts";
import { nbgraderVersion } from "./course/nbgrader-version.ts";
import { noHubButton } from "./course/no-hub-button.ts";
import { noRepository } from "./course/no-repository.ts";
import { lectureElsewhere } from "./course/no-room-ahead.ts";
import { nobodyGrades } from "./course/nobody-grades.ts";
import { okpyIsLegacy } from "./course/okpy-is-legacy.ts";
import { oldHubLink } from "./course/old-hub-link.ts";
import { otherCanvasCourse } from "./course/other-canvas-course.ts";
import { otherHubLink } from "./course/other-hub-link.ts";
import { otherUserId } from "./course/other-user-id.ts";
import { ownMachineLink } from "./course/own-machine-link.ts";
import { pools } from "./course/pool-elsewhere.ts";
import { classFits } from "./course/pool-too-small.ts";
import { privateWithoutSignIn } from "./course/private-without-sign-in.ts";
import { repoUrl } from "./course/repo-url.ts";
import { repositoryPages } from "./course/repository-page.ts";
import { sameFolder } from "./course/same-folder.ts";
import { signInElsewhere } from "./course/sign-in-elsewhere.ts";
import { slackInvitation } from "./course/slack-invitation.ts";
import { staffIsRoster } from "./course/staff-is-roster.ts";
import { staffWithoutRoster } from "./course/staff-without-roster.ts";
import { termOver } from "./course/term-over.ts";
import { tooLittleMemory } from "./course/too-little-memory.ts";
import { undeclaredBranch } from "./course/undeclared-branch.ts";
import { windowOutsideTerm } from "./course/window-outside-term.ts";
import { wrongTerm } from "./course/wrong-term.ts";
import { groupAboveNode } from "./group/above-node.ts";
import { accountIsAPerson } from "./group/account-is-a-person.ts";
import { accountPrefix } from "./group/account-prefix.ts";
import { adminPageAndSignIn } from "./group/admin-page-and-sign-in.ts";
import { googleAdministrator } from "./group/google-administrator.ts";
import { graderIsAPerson } from "./group/grader-is-a-person.ts";
import { lookAlikeNames } from "./group/look-alike-names.ts";
import { personLikeAccount } from "./group/person-like-account.ts";
import { reservedName } from "./group/reserved-name.ts";
import { sourceNotSignedIn } from "./group/source-not-signed-in.ts";
import { unknownScope } from "./group/unknown-scope.ts";
import { unknownTarget } from "./group/unknown-target.ts";
import { whichHub } from "./group/which-hub.ts";
import { adminPassword } from "./hub/admin-password.ts";
import { adminsInValues } from "./hub/admins-in-values.ts";
import { annotationTwice } from "./hub/annotation-twice.ts";
import { announcementTwice } from "./hub/announcement-twice.ts";
import { budgetIsJudged } from "./hub/budget-not-judged.ts";
import { certificateOfCloud } from "./hub/certificate-of-cloud.ts";
import { containerName } from "./hub/container-name.ts";
import { domainTaken } from "./hub/domain-taken.ts";
import { exampleAddress } from "./hub/example-address.ts";
import { exceptOutside } from "./hub/except-outside.ts";
import { fileFormat } from "./hub/file-format.ts";
import { fileTaken } from "./hub/file-taken.ts";
import { frameWithoutHttps } from "./hub/frame-without-https.ts";
import { httpsAndIngress } from "./hub/https-and-ingress.ts";
import { idpSameNames } from "./hub/idp-same-names.ts";
import { idpTwice } from "./hub/idp-twice.ts";
import { ingressWithoutTls } from "./hub/ingress-without-tls.ts";
import { labelKey } from "./hub/label-key.ts";
import { ltiVersion } from "./hub/lti-version.ts";
import { mountInHomes } from "./hub/mount-in-homes.ts";
import { mountTaken } from "./hub/mount-taken.ts";
import { namespaceTaken } from "./hub/namespace-taken.ts";
import { needsChart } from "./hub/needs-chart.ts";
import { noAddresses } from "./hub/no-addresses.ts";
import { noCertificate } from "./hub/no-certificate.ts";
import { noTime } from "./hub/no-time.ts";
import { otherHost } from "./hub/other-host.ts";
import { budgetHolds } from "./hub/over-budget.ts";
import { podWithoutEffect } from "./hub/pod-without-effect.ts";
import { releaseLabel } from "./hub/release-label.ts";
import { releaseNameTaken } from "./hub/release-name-taken.ts";
import { releaseTaken } from "./hub/release-taken.ts";
import { hubReservedName } from "./hub/reserved-name.ts";
import { reservedPart } from "./hub/reserved-part.ts";
import { roleName } from "./hub/role-name.ts";
import { scopesForEverybody } from "./hub/scopes-for-everybody.ts";
import { serverImageAsHub } from "./hub/server-image-as-hub.ts";
import { serviceName } from "./hub/service-name.ts";
import { serviceWithoutScopes } from "./hub/service-without-scopes.ts";
import { severalCourses } from "./hub/several-courses.ts";
import { signInLeftOut } from "./hub/sign-in-left-out.ts";
import { sparePools } from "./hub/spare-pools.ts";
import { spareWithoutPriority } from "./hub/spare-without-priority.ts";
import { stagesForPeople } from "./hub/stages-for-people.ts";
import { templateName } from "./hub/template-name.ts";
import { templatesWithoutRepository } from "./hub/templates-without-repository.ts";
import { twoCertificates } from "./hub/two-certificates.ts";
import { umbrellaOfAnother } from "./hub/umbrella-of-another.ts";
import { umbrellaPart } from "./hub/umbrella-part.ts";
import { undeclaredStage } from "./hub/undeclared-stage.ts";
import { volumeNameTaken } from "./hub/volume-name-taken.ts";
import { anotherPackage } from "./image/another-package.ts";
import { badReference } from "./image/bad-reference.ts";
import { conflictingPackages } from "./image/conflicting-packages.ts";
import { conflictingPins } from "./image/conflicting-pins.ts";
import { environmentName } from "./image/environment-name.ts";
import { environmentValue } from "./image/environment-value.ts";
import { fileIsFolder } from "./image/file-is-folder.ts";
import { filePath } from "./image/file-path.ts";
import { floatingTag } from "./image/floating-tag.ts";
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
import { hereDocument } from "./image/unclosed-here-document.ts";
import { unknownPackage } from "./image/unknown-package.ts";
import { unprovenFeature } from "./image/unproven-feature.ts";
import { defaultTwice } from "./profile/default-twice.ts";
import { profileWithoutImage } from "./profile/no-image.ts";
import { noOpenSize } from "./profile/no-open-size.ts";
import { nobodyMayChoose } from "./profile/nobody-may-choose.ts";
import { nothingBuilds } from "./profile/nothing-builds.ts";
import { sameChoiceKey } from "./profile/same-key.ts";
import { sameSize } from "./profile/same-size.ts";
import { sameSlug } from "./profile/same-slug.ts";
import { sameTitle } from "./profile/same-title.ts";
import { sizeBelowGroup } from "./profile/size-below-group.ts";
import { chartBetween } from "./project/chart-between.ts";
import { newerChart } from "./project/newer-chart.ts";
import { noRegistry } from "./project/no-registry.ts";
import { olderChart } from "./project/older-chart.ts";
import { placeholder } from "./project/placeholder.ts";
import { deployTool } from "./project/tool-cannot-deploy.ts";
import { coreCanEmpty } from "./provider/core-can-empty.ts";
import { coreOnSpot } from "./provider/core-on-spot.ts";
import { newerRegion } from "./provider/newer-region.ts";
import { noSpot } from "./provider/no-spot.ts";
import { oneZone } from "./provider/one-zone.ts";
import { sameNodes } from "./provider/same-nodes.ts";
import { unknownMachine } from "./provider/unknown-machine.ts";
import { unknownRegion } from "./provider/unknown-region.ts";
import { unknownZone } from "./provider/unknown-zone.ts";
import { zonalVolumes } from "./provider/zonal-volumes.ts";
import { zoneElsewhere } from "./provider/zone-elsewhere.ts";
import type { Rule } from "./rule.ts";
import { secretFileTaken } from "./secret/file-taken.ts";
import { hubSecretInServers } from "./secret/hub-in-servers.ts";
import { secretInFile } from "./secret/in-file.ts";
import { secretInVariable } from "./secret/in-variable.ts";
import { secretReservedKey } from "./secret/reserved-key.ts";
import { sameKey } from "./secret/same-key.ts";
import { asRoot } from "./server/as-root.ts";
import { systemPath } from "./server/system-path.ts";
import { variable } from "./server/variable.ts";
import { alwaysKept } from "./storage/always-kept.ts";
import { claimElsewhere } from "./storage/claim-elsewhere.ts";
import { claimMadeHere } from "./storage/claim-made-here.ts";
import { madeOrExisting } from "./storage/made-or-existing.ts";
import { noCopies } from "./storage/no-copies.ts";
import { noRoomForCopies } from "./storage/no-room-for-copies.ts";
import { providerHasIt } from "./storage/not-on-provider.ts";
import { notShareable } from "./storage/not-shareable.ts";
import { oneHost } from "./storage/one-host.ts";
import { sharedByHubs } from "./storage/shared-by-hubs.ts";
import { tierSize } from "./storage/tier-size.ts";
import { unknownHost } from "./storage/unknown-host.ts";
import { otherHome } from "./values/other-home.ts";
import { reservedValue } from "./values/reserved-name.ts";
import { classOfNobody } from "./values/unknown-class.ts";
import { traitOfNobody } from "./values/unknown-trait.ts";

export const rules: readonly Rule[] = [
  appNotOnHub,
  assignmentOutsideTerm,
  bookBranch,
  bookPath,
  bookWithoutRepo,
  canvasElsewhere,
  chapterTwice,
  cpuAboveNode,
  dueBeforeRelease,
  exampleLink,
  formEditLink,
  gitVariableTaken,
  gpuAboveNode,
  graderLacksCommands,
  gradescopeCourse,
  hiddenTestsShown,
  insecureLink,
  limitAboveNode,
  linkElsewhere,
  linkForm,
  longTerm,
  memoryAboveNode,
  mountClash,
  nbgraderVersion,
  noHubButton,
  noRepository,
  lectureElsewhere,
  nobodyGrades,
  okpyIsLegacy,
  oldHubLink,
  otherCanvasCourse,
  otherHubLink,
  otherUserId,
  ownMachineLink,
  pools,
  classFits,
  privateWithoutSignIn,
  repoUrl,
  repositoryPages,
  sameFolder,
  signInElsewhere,
  slackInvitation,
  staffIsRoster,
  staffWithoutRoster,
  termOver,
  tooLittleMemory,
  undeclaredBranch,
  windowOutsideTerm,
  wrongTerm,
  groupAboveNode,
  accountIsAPerson,
  accountPrefix,
  adminPageAndSignIn,
  googleAdministrator,
  graderIsAPerson,
  lookAlikeNames,
  personLikeAccount,
  reservedName,
  sourceNotSignedIn,
  unknownScope,
  unknownTarget,
  whichHub,
  adminPassword,
  adminsInValues,
  annotationTwice,
  announcementTwice,
  budgetIsJudged,
  certificateOfCloud,
  containerName,
  domainTaken,
  exampleAddress,
  exceptOutside,
  fileFormat,
  fileTaken,
  frameWithoutHttps,
  httpsAndIngress,
  idpSameNames,
  idpTwice,
  ingressWithoutTls,
  labelKey,
  ltiVersion,
  mountInHomes,
  mountTaken,
  namespaceTaken,
  needsChart,
  noAddresses,
  noCertificate,
  noTime,
  otherHost,
  budgetHolds,
  podWithoutEffect,
  releaseLabel,
  releaseNameTaken,
  releaseTaken,
  hubReservedName,
  reservedPart,
  roleName,
  scopesForEverybody,
  serverImageAsHub,
  serviceName,
  serviceWithoutScopes,
  severalCourses,
  signInLeftOut,
  sparePools,
  spareWithoutPriority,
  stagesForPeople,
  templateName,
  templatesWithoutRepository,
  twoCertificates,
  umbrellaOfAnother,
  umbrellaPart,
  undeclaredStage,
  volumeNameTaken,
  anotherPackage,
  badReference,
  conflictingPackages,
  conflictingPins,
  environmentName,
  environmentValue,
  fileIsFolder,
  filePath,
  floatingTag,
  hiddenByHome,
  hubImageForServers,
  hubImagePackages,
  jupyterhubVersion,
  missingCollaboration,
  missingFeature,
  missingNbgitpuller,
  newestR,
  notBuilt,
  outOfSync,
  packageElsewhere,
  partialExactPin,
  imageReservedName,
  rockerSeries,
  hereDocument,
  unknownPackage,
  unprovenFeature,
  defaultTwice,
  profileWithoutImage,
  noOpenSize,
  nobodyMayChoose,
  nothingBuilds,
  sameChoiceKey,
  sameSize,
  sameSlug,
  sameTitle,
  sizeBelowGroup,
  chartBetween,
  newerChart,
  noRegistry,
  olderChart,
  placeholder,
  deployTool,
  coreCanEmpty,
  coreOnSpot,
  newerRegion,
  noSpot,
  oneZone,
  sameNodes,
  unknownMachine,
  unknownRegion,
  unknownZone,
  zonalVolumes,
  zoneElsewhere,
  secretFileTaken,
  hubSecretInServers,
  secretInFile,
  secretInVariable,
  secretReservedKey,
  sameKey,
  asRoot,
  systemPath,
  variable,
  alwaysKept,
  claimElsewhere,
  claimMadeHere,
  madeOrExisting,
  noCopies,
  noRoomForCopies,
  providerHasIt,
  notShareable,
  oneHost,
  sharedByHubs,
  tierSize,
  unknownHost,
  otherHome,
  reservedValue,
  classOfNobody,
  traitOfNobody,
];
