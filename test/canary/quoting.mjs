/**
 * Loaded into the real program with `node --import`: a library that quotes what it was given. What a mobile or mail is
 * compared with throws, with the value in the message; CANARY_UNCAUGHT=1 throws it where nobody catches.
 */
const original = String.prototype.toLowerCase
String.prototype.toLowerCase = function () {
  const text = String(this)
  if (!/^\+?(86-)?1007777\d{4}$|^canary\d+\./.test(text)) return original.call(this)
  const error = Object.assign(new TypeError(`cannot compare ${text}`, { cause: new Error(`with ${text}`) }), { text })
  if (process.env.CANARY_UNCAUGHT !== '1') throw error
  setImmediate(() => {
    throw error
  })
  return original.call(this)
}
