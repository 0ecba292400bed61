#!/usr/bin/env bash
# Time from process start to the printed answer: our published builds beside Node + MiniSearch, in turns, on this machine.
#   bench/startup/run.sh [RUNS]
set -euo pipefail
cd "$(dirname "$0")/../.."
runs=${1:-15}
question='How many Korean companies work in Kazakhstan?'
interview=corpus/interviews/koo-2021-05/en.md

command -v node >/dev/null || { echo "error: node is not installed; it is the peer of this measurement." >&2; exit 2; }
[ -f "$interview" ] || { echo "error: $interview is missing." >&2; exit 2; }
(cd bench/startup && npm ci --no-audit --no-fund --silent)
dotnet publish src/KorKazBot -p:PublishProfile=ready -v quiet
dotnet publish src/KorKazBot -p:PublishProfile=native -v quiet

names=(node native ready)
node=(node bench/startup/ask.mjs "$interview" "$question")
native=(artifacts/native/KorKazBot ask "$question")
ready=(artifacts/ready/KorKazBot ask "$question")

times=$(mktemp -d)
trap 'rm -rf "$times"' EXIT
for name in "${names[@]}"; do
  declare -n command=$name
  "${command[@]}" | grep -q 'more than 300 Korean companies' || { echo "error: $name gives another answer." >&2; exit 1; }
done
for ((run = 0; run < runs; run++)); do
  for name in "${names[@]}"; do
    declare -n command=$name
    start=${EPOCHREALTIME/[.,]/}
    "${command[@]}" >/dev/null
    echo $((${EPOCHREALTIME/[.,]/} - start)) >>"$times/$name"
  done
done

median() { sort -n "$times/$1" | awk '{ t[NR] = $1 } END { m = (NR + 1) / 2; print (t[int(m)] + t[int(m + 0.5)]) / 2 }'; }
peer=$(median node)
printf '%-8s %10s %10s\n' build 'median ms' 'of node'
for name in "${names[@]}"; do
  median "$name" | awk -v name="$name" -v peer="$peer" '{ printf "%-8s %10.1f %9.2fx\n", name, $1 / 1000, $1 / peer }'
done
