#!/bin/sh
# Puts what the workbench takes from npm into the package: htmx, and the world as a table of SVG paths.
# $1: the Python of the virtual environment. Without npm the pages work, with less comfort and without the map.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
vendor="$here/../../src/multivector/web/static/vendor"

if ! command -v npm >/dev/null 2>&1; then
    echo "installing npm"
    if [ "$(id -u)" = 0 ]; then as=""; else as="sudo"; fi
    $as apt-get update -qq && $as apt-get install -y -qq --no-install-recommends npm ca-certificates >/dev/null || true
fi
mkdir -p "$vendor"
if ! command -v npm >/dev/null 2>&1 || ! (cd "$here" && npm ci --silent); then
    echo "npm is not there or cannot reach its registry: the workbench comes without its map and without live updates;" \
        "run tools/web/assets.sh again later" >&2
    exit 0
fi
cp "$here/node_modules/htmx.org/dist/htmx.min.js" "$vendor/htmx.min.js"
cp "$here/node_modules/htmx.org/LICENSE" "$vendor/htmx.LICENSE.txt"
"$1" "$here/map_table.py" "$here/node_modules/world-atlas/countries-50m.json" "$vendor/world.json"
