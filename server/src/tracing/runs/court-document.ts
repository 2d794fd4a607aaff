import type { SetDocument } from '../commands/collect-evidence.ts'

/** The trace on paper for a court. Until documents are set here, a package holds its data alone. */
export const courtDocument: SetDocument = async () => null
