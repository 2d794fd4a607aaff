/**
 * Put into a page, keeps in `window.drawn` a promise of when a drawing was on the screen: when the frame after the first in
 * which a canvas bears pixels of ink, of which nodes are, and of the paler ink of ties. The pixels are read, so that nothing
 * that draws is believed.
 */
export const WATCH = `void (window.drawn = new Promise((done) => {
  const near = (data, place, [red, green, blue]) =>
    // A thin line covers its pixels in part.
    data[place + 3] > 60 &&
    Math.abs(data[place] - red) + Math.abs(data[place + 1] - green) + Math.abs(data[place + 2] - blue) < 36
  const [ink, line] = [[20, 25, 26], [120, 130, 127]]
  const isDrawn = (canvas) => {
    if (canvas.width === 0 || canvas.height === 0) return false
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
    let [inked, lined] = [0, 0]
    for (let place = 0; place < data.length; place += 4) {
      if (near(data, place, ink)) inked++
      if (near(data, place, line)) lined++
    }
    return inked > 300 && lined > 300
  }
  const look = () => {
    if ([...document.querySelectorAll('main figure canvas')].some(isDrawn)) requestAnimationFrame(() => done(performance.now()))
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}))`
