#!/bin/bash
# Puts candor on a runner, from what the environment says:
#   CANDOR_VERSION    a release to install; empty: build the commit that this script belongs to
#   CANDOR_CHECKSUM   the SHA-256 of the release's package; empty: take what comes
#   CANDOR_RELEASES   where releases are: the package is VERSION/candor_VERSION_ARCHITECTURE.deb below it
# A candor that is there already, of the version that is wanted, is good enough.
set -euo pipefail

die() {
  printf '::error title=candor::%s\n' "$1"
  exit 2
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

install_package() { as_root apt-get install --yes --no-install-recommends "$1"; }

version=${CANDOR_VERSION#v}
if have=$(candor --version 2>/dev/null) && { [ -z "$version" ] || [ "$have" = "candor $version" ]; }; then
  echo "$have is there"
  exit 0
fi

if [ -n "$version" ]; then
  [[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || die "the version wants to be as in 0.1.0"
  folder=$(mktemp -d)
  package="$folder/candor_${version}_$(dpkg --print-architecture).deb"
  curl --fail --silent --show-error --location --output "$package" \
    "$CANDOR_RELEASES/v$version/${package##*/}" || die "there is no package of candor $version for this machine"
  if [ -n "$CANDOR_CHECKSUM" ]; then
    printf '%s  %s\n' "${CANDOR_CHECKSUM,,}" "$package" | sha256sum --check --status ||
      die "the package of candor $version has another checksum"
  fi
  install_package "$package"
else
  cd "$(dirname "$(realpath "$0")")/../../.."
  ./dev package
  install_package "$(realpath build/package/candor_*.deb)"
fi
candor --version
