/** Hands a file to the browser to keep. */
export function keepBlob(name: string, file: Blob): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Chromium has begun to read it when the click returns; others need a moment.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
