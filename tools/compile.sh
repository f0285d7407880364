#!/bin/sh
# Compiles the reading path in place with the Python named by $1 (tools/compiled.txt); without a C compiler it is read
# as it stands, which gives the same records and takes longer.
set -eu
python=$1
find src -name '*.so' -delete  # older ones would be read in place of newer sources
headers=$("$python" -c 'import sysconfig; print(sysconfig.get_path("include"))')
if ! command -v cc >/dev/null 2>&1 || [ ! -f "$headers/Python.h" ]; then
    echo "no C compiler or no headers of Python: reading is not compiled and takes some 1.3 times as long" >&2
    exit 0
fi
echo "compiling the reading path, some three minutes"
mkdir -p build
rm -f build/compile.failed
if ! MULTIVECTOR_COMPILE=1 "$python" setup.py --quiet build_ext --inplace --parallel 2 >build/compile.log 2>&1; then
    find src -name '*.so' -delete
    touch build/compile.failed
    echo "compiling failed (build/compile.log): reading is not compiled and takes some 1.3 times as long" >&2
fi
find src -name '*.so' -exec touch {} +  # as new as what they were made from, for tests/conftest.py
