# A PostgreSQL cluster of one's own in "$work", for tests. Sourced: postgres_start [more options] sets postgres_setting.
postgres_start() {
  local folder="$work/postgres"
  mkdir -p "$folder"
  if [ "$(id -u)" = 0 ]; then chown postgres "$folder"; chmod 755 "$work"; fi
  as_postgres "$postgres_bin/initdb -D $folder/data -A trust -U postgres --locale=C.UTF-8 -E UTF8" >"$work/initdb.log" 2>&1 || { tail -5 "$work/initdb.log" >&2; return 1; }
  # Tests may lose their data: only here is fsync off.
  as_postgres "$postgres_bin/pg_ctl -D $folder/data -w -l $folder/log -o \"-c listen_addresses='' -k $folder -c fsync=off -c full_page_writes=off -c max_connections=200 ${1:-}\" start" >"$work/pgctl.log" 2>&1 || { tail -5 "$work/pgctl.log" >&2; return 1; }
  postgres_folder=$folder
  postgres_setting="Host=$folder;Username=postgres;Database=postgres"
}

postgres_stop() { [ -n "${postgres_folder:-}" ] && as_postgres "$postgres_bin/pg_ctl -D $postgres_folder/data -m immediate stop" >/dev/null 2>&1; true; }

as_postgres() { if [ "$(id -u)" = 0 ]; then su postgres -s /bin/bash -c "$1"; else bash -c "$1"; fi; }
