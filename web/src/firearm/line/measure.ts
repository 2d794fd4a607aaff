let context: CanvasRenderingContext2D | null | undefined

/** The width of a text in the label's face, in pixels. Where the browser cannot draw, as wide as such texts are at most. */
export function textWidth(text: string, weight: 400 | 600): number {
  context ??= document.createElement('canvas').getContext('2d')
  if (!context) return text.length * 8
  context.font = `${weight} 12px "Plex Sans", "Plex Sans Arabic", sans-serif`
  // Measured before the face has come, a text may turn out a little wider.
  return context.measureText(text).width * 1.04 + 10
}
