#!/bin/sh
# Unpacks the authorization server glewlwyd and its libraries from Debian's packages into a directory, without installing anything:
#   glewlwyd.sh DIRECTORY
# Does nothing if it is there already. Ends with 69 if the packages cannot be had.
set -eu
target=$1
[ -x "$target/usr/bin/glewlwyd" ] && exit 0
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "there is no apt-get"; exit 69; }
mkdir -p "$target.part"
cd "$target.part"
# What apt would install, without the database server that the package recommends.
packages=$(apt-get -s install --no-install-recommends glewlwyd 2>/dev/null | awk '/^Inst/ { print $2 }' |
  grep -Ev '^(mysql-|mariadb-|default-mysql|dbconfig-|fonts-|libjs-|libconfig-inifiles)') || { echo "apt does not know glewlwyd"; exit 69; }
command -v sqlite3 >/dev/null || packages="$packages sqlite3"
apt-get download $packages >log 2>&1 || { tail -1 log; exit 69; }
for package in *.deb; do dpkg -x "$package" root; done
# Two tests may do this at the same time: the first one wins.
mv -T root "$target" 2>/dev/null || [ -x "$target/usr/bin/glewlwyd" ]
rm -rf "$target.part"
