#!/bin/sh
# Makes the virtual environment named by $1 and installs the locked packages into it.
set -eu
venv=$1
python=${PYTHON:-python3}

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Python 3.11 or later is needed; set PYTHON=/path/to/python3.11" >&2
    exit 1
}
if ! "$python" -c 'import ensurepip' 2>/dev/null; then  # Debian packs it apart
    package="python$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"
    echo "installing $package"
    if [ "$(id -u)" = 0 ]; then as=""; else as="sudo"; fi
    $as apt-get update -qq && $as apt-get install -y -qq "$package" >/dev/null
fi
[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --require-hashes -r requirements.lock
"$venv/bin/python" -m pip install --quiet --no-deps --no-build-isolation --editable .
"$venv/bin/python" -m compileall -q src  # as an installation does; else each start would where PYTHONDONTWRITEBYTECODE is set
