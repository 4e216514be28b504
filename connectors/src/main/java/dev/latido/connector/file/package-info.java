/** Files of records: plain or gzip, JSON lines or CSV, read one record at a time. */
@NullMarked
package dev.latido.connector.file;

import org.jspecify.annotations.NullMarked;
