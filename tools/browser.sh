#!/bin/sh
# Makes sure that a Chromium is there for the tests that look at pages.
set -eu
command -v chromium >/dev/null 2>&1 && exit 0
echo "installing chromium"
if [ "$(id -u)" = 0 ]; then as=""; else as="sudo"; fi
$as apt-get update -qq && $as apt-get install -y -qq chromium >/dev/null || {
    echo "chromium could not be installed; the tests that need it are skipped" >&2
}
