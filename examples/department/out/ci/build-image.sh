#!/usr/bin/env bash
# Builds and tests an image of images.txt, which stands beside this. Written by hubc.
#
#   build-image.sh IMAGE                    always
#   build-image.sh IMAGE --push             unless its registry has it; then pushes it
#   build-image.sh IMAGE --unless-in OUT    unless OUT, the outputs of another build, has the same one
#
# The tag of an image is a digest of what it is built from, so an image with the same name and tag is the same.
set -euo pipefail

usage() {
  echo "usage: build-image.sh IMAGE [--push | --unless-in OUT]" >&2
  exit 2
}

here=$(cd "$(dirname "$0")" && pwd)
[ "$#" -ge 1 ] || usage
image=$1
line=$(awk -F '\t' -v image="$image" '$1 == image' "$here/images.txt")
if [ -z "$line" ]; then
  echo "build-image.sh: there is no image $image in $here/images.txt" >&2
  exit 2
fi
IFS=$'\t' read -r _ reference folder <<< "$line"

case "${2:-}" in
  "")
    [ "$#" -eq 1 ] || usage
    ;;
  --push)
    [ "$#" -eq 2 ] || usage
    if docker manifest inspect "$reference" > /dev/null 2>&1; then
      echo "$reference is in the registry."
      exit 0
    fi
    ;;
  --unless-in)
    [ "$#" -eq 3 ] || usage
    if [ -e "$3/ci/images.txt" ] && cut -f 2 "$3/ci/images.txt" | grep -F -x -q -e "$reference"; then
      echo "$reference is as it was."
      exit 0
    fi
    ;;
  *) usage ;;
esac

docker build --tag "$reference" "$here/../$folder"
if [ -e "$here/../$folder/smoke-test.sh" ]; then
  docker run --rm --volume "$here/../$folder:/smoke-test:ro" "$reference" bash /smoke-test/smoke-test.sh
fi
if [ "${2:-}" = --push ]; then
  docker push "$reference"
fi
