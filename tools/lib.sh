# What ./run, ./test and ./amparo share. Sourced, never run.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
configuration=Release
program="$root/src/Web/bin/$configuration/net10.0/Amparo.Web.dll"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# Debian as root: what apt has is installed; elsewhere the sentence says what to do.
need_apt() { # command-or-file, package, why
  command -v "$1" >/dev/null 2>&1 || [ -e "$1" ] && return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "Installing $2 ($3) ..."
    { [ -n "${apt_updated:-}" ] || apt-get update -qq; } >/dev/null 2>&1; apt_updated=1
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$2" >/dev/null 2>&1
    command -v "$1" >/dev/null 2>&1 || [ -e "$1" ] && return 0
  fi
  die "$2 is missing ($3). Install it with your system's packages: on Debian, apt-get install $2"
}

need_dotnet() {
  command -v dotnet >/dev/null 2>&1 && dotnet --list-sdks 2>/dev/null | grep -q '^10\.' && return 0
  die "The .NET 10 SDK is missing. Get it from https://dotnet.microsoft.com/download/dotnet/10.0 (Debian's own packages do not have it) and put dotnet on the PATH."
}

# One line per input with its size and time: any change changes the hash.
inputs_hash() {
  (cd "$root" && find src web/src web/styles web/geodata web/passwords web/package.json web/package-lock.json Directory.* global.json BannedSymbols.txt \
    -type d \( -name bin -o -name obj -o -name node_modules -o -name dist \) -prune -o -type f -printf '%p %s %T@\n' 2>/dev/null | sort | sha256sum | cut -c1-64)
}

build_once() { # builds the program where an input changed since the last time
  local hash; hash=$(inputs_hash)
  [ -f "$program" ] && [ "$(cat "$root/artifacts/built" 2>/dev/null)" = "$hash" ] && return 0
  need_dotnet
  need_apt node nodejs "Node builds the styles, the scripts and the gazetteer"
  command -v npm >/dev/null 2>&1 || need_apt npm npm "npm brings the gazetteer and the build tools of the styles"
  say "Building Amparo (some minutes the first time) ..."
  mkdir -p "$root/artifacts"
  dotnet build "$root/src/Web/Web.csproj" -c $configuration -nodeReuse:false --nologo -v q >"$root/artifacts/build.log" 2>&1 \
    || { grep -E 'error|warning' "$root/artifacts/build.log" | sort -u | head -20 >&2; die "The build failed; the whole log is artifacts/build.log."; }
  inputs_hash > "$root/artifacts/built"
}

# A folder of its own, in memory where there is plenty: what only a test saves need not wait for a disk.
fast_folder() {
  local room memory
  room=$(df --output=avail -k /dev/shm 2>/dev/null | tail -1) memory=$(sed -n 's/^MemAvailable: *\([0-9]*\).*/\1/p' /proc/meminfo 2>/dev/null)
  if [ "${room:-0}" -gt 6000000 ] && [ "${memory:-0}" -gt 10000000 ] && [ -w /dev/shm ]; then mktemp -d -p /dev/shm amparo-XXXXXX; else mktemp -d; fi
}
