# Finds Java for mvnw and latido, which both read this file.
# Sets `java` and `java_version` (17, 21, ...), or ends the program in one sentence.

fail() {
    echo "$program: $*" >&2
    exit 1
}

if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
    [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, where there is no bin/java; a JDK 17 or newer is needed."
else
    java=$(command -v java) || fail "There is no java on the PATH and JAVA_HOME is not set; a JDK 17 or newer is needed."
fi

java_settings=$("$java" -XshowSettings:properties -version 2>&1) || fail "$java does not start; a JDK 17 or newer is needed."
java_version=$(printf '%s\n' "$java_settings" | sed -n 's/^ *java\.specification\.version = *//p')
java_home=$(printf '%s\n' "$java_settings" | sed -n 's/^ *java\.home = *//p')
case $java_version in
    '' | *[!0-9]*) [ "${java_version%%.*}" = 1 ] || fail "$java does not say its version; a JDK 17 or newer is needed." ;;
esac
[ "${java_version%%.*}" -ge 17 ] || fail "$java is Java $java_version; a JDK 17 or newer is needed."
