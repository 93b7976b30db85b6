/**
 * The version of the interface between a national service and its extensions, by semantic versioning: what an extension may rely on
 * grows with the second number, and changes with the first.
 */
export const EXTENSION_INTERFACE_VERSION = '1.0.0';
