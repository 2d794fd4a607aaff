/**
 * For processes that read many rows for a moment each: V8 would let short-lived objects pile up to three times 32 MB
 * and promote what a pause happens to catch, so an import would hold twice the memory that it needs.
 */
export const SHORT_LIVED_OBJECTS: readonly string[] = ['--max-semi-space-size=8']
