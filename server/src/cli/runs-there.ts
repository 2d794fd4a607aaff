const PATIENCE_MS = 1_500

/** Does a Proofmark answer at this address? By the title of what it says of its routes, which anybody may read. */
export async function proofmarkRunsAt(address: string, port: number, patience = PATIENCE_MS): Promise<boolean> {
  const host = address.includes(':') ? `[${address}]` : address
  try {
    const answer = await fetch(`http://${host}:${port}/api/openapi.json`, { signal: AbortSignal.timeout(patience) })
    const said = (await answer.json()) as { readonly info?: { readonly title?: unknown } } | null
    return String(said?.info?.title ?? '').startsWith('Proofmark')
  } catch {
    return false
  }
}
