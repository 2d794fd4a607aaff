/** Hands a text to the browser to keep as a file. */
export function keepFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Chromium has begun to read it when the click returns; others need a moment.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
