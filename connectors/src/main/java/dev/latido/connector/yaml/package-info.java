/** YAML files that people write: read strictly, with every complaint naming file, line and column. */
@NullMarked
package dev.latido.connector.yaml;

import org.jspecify.annotations.NullMarked;
