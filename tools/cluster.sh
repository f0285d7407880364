#!/bin/sh
# A Spark cluster on this machine: a master and two workers of one core each, and Multivector on it.
#
#   sh tools/cluster.sh demo [INPUT]   start one, code INPUT (the bundled articles) and measure on it, stop it
#   sh tools/cluster.sh start FOLDER   start one and print its URL; logs and process ids go to the folder
#   sh tools/cluster.sh stop FOLDER    stop it
#
# PYTHON names the interpreter that has Multivector with the extra `spark` (default: .venv/bin/python, else python3),
# PORT the master's port (7077), CORES and MEMORY what a worker offers (1, 1g).
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
python=${PYTHON:-$([ -x "$here/.venv/bin/python" ] && echo "$here/.venv/bin/python" || echo python3)}
port=${PORT:-7077}
url=spark://127.0.0.1:$port

fail() { echo "cluster: $1" >&2; exit 1; }

launch() {  # name, class, arguments: a daemon with its log and its process id
    name=$1; shift
    SPARK_HOME=$home SPARK_LOCAL_IP=127.0.0.1 SPARK_LOCAL_DIRS="$folder/local" SPARK_DAEMON_MEMORY=${DAEMON_MEMORY:-512m} \
    SPARK_DAEMON_JAVA_OPTS="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC" SPARK_WORKER_DIR="$folder/work" \
        nohup "$home/bin/spark-class" "$@" >"$folder/$name.log" 2>&1 </dev/null &
    echo "$name $!" >>"$folder/pids"
}

await() {  # log, words, how often
    tries=0
    while [ "$(grep -c "$2" "$folder/$1.log" 2>/dev/null || true)" -lt "$3" ]; do
        tries=$((tries + 1))
        [ $tries -lt 600 ] || { tail -n 5 "$folder/$1.log" >&2; stop; fail "$1 did not start; see $folder/$1.log"; }
        sleep 0.2
    done
}

start() {
    command -v java >/dev/null || [ -n "${JAVA_HOME:-}" ] || fail "no Java; install Java 17, e.g. apt-get install openjdk-17-jre-headless"
    home=${SPARK_HOME:-$("$python" -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))')} || fail "no PySpark: pip install 'multivector[spark]'"
    mkdir -p "$folder"
    [ ! -e "$folder/pids" ] || fail "$folder: a cluster was started there; stop it first"
    launch master org.apache.spark.deploy.master.Master --host 127.0.0.1 --port "$port" --webui-port 0
    await master "New state: ALIVE" 1
    for number in 1 2; do
        launch "worker-$number" org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --webui-port 0 \
            --cores "${CORES:-1}" --memory "${MEMORY:-1g}" --work-dir "$folder/work" "$url"
    done
    await master "Registering worker" 2
    echo "$url"
}

stop() {
    [ -e "$folder/pids" ] || return 0
    while read -r _ process; do kill "$process" 2>/dev/null || true; done <"$folder/pids"
    rm -f "$folder/pids"
}

bundled() {  # the bundled articles as rows, a file each
    "$python" - "$here/examples/kazakhstan-brics/sources" "$1" <<'END'
import json, sys
from pathlib import Path
out = Path(sys.argv[2])
out.mkdir()
for path in sorted(Path(sys.argv[1]).glob("*.txt")):
    row = {"id": path.stem, "text": path.read_text("utf-8"), "date": path.name[:10]}
    (out / f"{path.stem}.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
END
}

demo() {
    folder=$(mktemp -d)
    input=${1:-$folder/articles}
    [ $# -gt 0 ] || bundled "$input"
    trap 'stop' EXIT INT TERM
    start
    "$python" -m multivector code "$input" -o "$folder/lake" --engine spark --master "$url"
    "$python" -m multivector measure dyad-months "$folder/lake" --engine spark --master "$url"
    echo "records and logs: $folder"
}

case "${1:-}" in
    demo) shift; demo "$@" ;;
    start | stop) folder=${2:?give a folder for logs and process ids}; "$1" ;;
    *) sed -n '2,10s/^# \{0,1\}//p' "$0"; exit 2 ;;
esac
