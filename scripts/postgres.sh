#!/bin/sh
# A throw-away PostgreSQL 15 with pgvector for tests and development, on Debian 12.
#   scripts/postgres.sh         installs what is missing, starts, prints the DATABASE_URL
#   scripts/postgres.sh stop    stops it and deletes its data
# CLUSTER names one of several, PGPORT its port.
set -eu

major=15
port=${PGPORT:-54315}
programs=/usr/lib/postgresql/$major/bin
root=$(cd "$(dirname "$0")/.." && pwd)
home=$root/.cache/${CLUSTER:-postgres}
url=postgres://postgres@127.0.0.1:$port/pipeline

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
# PostgreSQL refuses to run as root.
as_owner() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

install_postgres() {
  # The server, and the headers that pgvector is built with, come in packages of their own.
  if [ -x "$programs/initdb" ] && [ -e "$("$programs/pg_config" --includedir-server)/postgres.h" ]; then
    return
  fi
  as_root apt-get update -q
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends \
    build-essential dpkg-dev postgresql-$major postgresql-server-dev-$major
}

# Debian 12 has no pgvector package. Debian 13's source builds here; lists of its own leave the machine's alone.
install_pgvector() {
  [ -e "$("$programs/pg_config" --sharedir)/extension/vector.control" ] && return
  build=$(mktemp -d)
  mkdir -p "$build/lists/partial"
  echo 'deb-src http://deb.debian.org/debian trixie main' > "$build/trixie.list"
  set -- -q -o Dir::Etc::sourcelist="$build/trixie.list" -o Dir::Etc::sourceparts=- -o Dir::State::lists="$build/lists"
  (
    cd "$build"
    apt-get "$@" update
    apt-get "$@" --download-only source pgvector
    mkdir source
    tar -xf pgvector_*.orig.tar.* -C source --strip-components=1
    make -s -C source PG_CONFIG="$programs/pg_config" OPTFLAGS=""
    as_root make -s -C source PG_CONFIG="$programs/pg_config" install
  )
  rm -rf "$build"
}

is_running() { [ -e "$home/PG_VERSION" ] && as_owner "$programs/pg_ctl" -D "$home" status > /dev/null 2>&1; }

start() {
  install_postgres
  install_pgvector
  is_running && return
  rm -rf "$home"
  mkdir -p "$home"
  [ "$(id -u)" = 0 ] && chown postgres "$home"
  as_owner "$programs/initdb" -D "$home" -U postgres -A trust -E UTF8 --locale=C.UTF-8
  as_owner "$programs/pg_ctl" -D "$home" -l "$home/server.log" -w start -o \
    "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c full_page_writes=off"
  "$programs/createdb" -h 127.0.0.1 -p "$port" -U postgres pipeline
}

stop() {
  if is_running; then as_owner "$programs/pg_ctl" -D "$home" -m fast stop; fi
  rm -rf "$home"
}

case ${1:-start} in
  start)
    start >&2
    # Alone on standard output, for DATABASE_URL=$(scripts/postgres.sh).
    echo "$url"
    ;;
  stop) stop >&2 ;;
  *)
    echo "usage: $0 [start | stop]" >&2
    exit 2
    ;;
esac
