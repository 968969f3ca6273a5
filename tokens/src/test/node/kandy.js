'use strict'
// Kandy tokens by Node's own crypto, as the vendor's example issuer makes them. Answers each line of JSON on standard input
// with one on standard output.
//   {"op": "seal", "cipher", "key", "identity", "timestamp", "iv"} -> {"token"}
//   {"op": "open", "cipher", "key", "token"}                      -> {"plaintext"}, or {"fault"}
const crypto = require('crypto')
const readline = require('readline')

const hmac = (key, text) => crypto.createHmac('sha256', key).update(text).digest('hex').toUpperCase()

const run = (cipher, bytes) => Buffer.concat([cipher.update(bytes), cipher.final()])

const layouts = {
  ECB: {
    seal: (key, { identity, timestamp }) =>
      run(crypto.createCipheriv('aes-128-ecb', key, null), Buffer.from(`${identity};${timestamp}`)).toString('hex'),
    open: (key, { token }) => run(crypto.createDecipheriv('aes-128-ecb', key, null), Buffer.from(token, 'hex'))
  },
  CBC: {
    seal: (key, { identity, timestamp, iv }) => {
      const cipher = crypto.createCipheriv('aes-256-cbc', key, Buffer.from(iv))
      const text = iv + run(cipher, Buffer.from(`${identity};x-ts=${timestamp}`)).toString('hex').toUpperCase()
      return hmac(key, text) + text
    },
    open: (key, { token }) => {
      if (hmac(key, token.slice(64)) !== token.slice(0, 64)) {
        throw new Error('wrong code')
      }
      const cipher = crypto.createDecipheriv('aes-256-cbc', key, Buffer.from(token.slice(64, 80)))
      return run(cipher, Buffer.from(token.slice(80), 'hex'))
    }
  }
}

const answers = {
  seal: line => ({ token: layouts[line.cipher].seal(Buffer.from(line.key), line) }),
  open: line => {
    try {
      return { plaintext: layouts[line.cipher].open(Buffer.from(line.key), line).toString() }
    } catch (e) {
      return { fault: e.message }
    }
  }
}

readline.createInterface({ input: process.stdin }).on('line', text => {
  const line = JSON.parse(text)
  process.stdout.write(JSON.stringify(answers[line.op](line)) + '\n')
})
