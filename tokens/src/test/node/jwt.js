'use strict'
// Answers each line of JSON on standard input with one on standard output.
//   {"op": "sign", "library", "alg", "key", "claims"} -> {"token"}
//   {"op": "verify", "library", "alg", "key", "token"} -> {"header", "claims"}, or {"refused": why}
//   {"op": "thumbprint", "key"} -> {"thumbprint"} of a public key
// A key is PEM, or the text of a secret. jsonwebtoken knows no Ed25519; jose does by both its names.
const readline = require('readline')
const crypto = require('crypto')
const jsonwebtoken = require('jsonwebtoken')
const jose = require('jose')

const joseKey = (key, alg) => {
  if (alg.startsWith('HS')) {
    return new TextEncoder().encode(key)
  }
  return key.includes('PRIVATE') ? jose.importPKCS8(key, alg) : jose.importSPKI(key, alg)
}

const libraries = {
  jsonwebtoken: {
    sign: async line => jsonwebtoken.sign(line.claims, line.key, { algorithm: line.alg, noTimestamp: true }),
    verify: async line => {
      const read = jsonwebtoken.verify(line.token, line.key, { algorithms: [line.alg], complete: true, ignoreExpiration: true })
      return { header: read.header, claims: read.payload }
    }
  },
  jose: {
    sign: async line => new jose.SignJWT(line.claims)
      .setProtectedHeader({ alg: line.alg, typ: 'JWT' })
      .sign(await joseKey(line.key, line.alg)),
    verify: async line => {
      const options = { algorithms: [line.alg], currentDate: new Date(0) }
      const read = await jose.jwtVerify(line.token, await joseKey(line.key, line.alg), options)
      return { header: read.protectedHeader, claims: read.payload }
    }
  }
}

const answers = {
  sign: async line => ({ token: await libraries[line.library].sign(line) }),
  verify: async line => {
    try {
      return await libraries[line.library].verify(line)
    } catch (e) {
      return { refused: e.message }
    }
  },
  thumbprint: async line => ({
    thumbprint: await jose.calculateJwkThumbprint(crypto.createPublicKey(line.key).export({ format: 'jwk' }))
  })
}

// One after the other, so that the answers come in the order of the questions.
let last = Promise.resolve()
readline.createInterface({ input: process.stdin }).on('line', text => {
  const line = JSON.parse(text)
  last = last.then(async () => process.stdout.write(JSON.stringify(await answers[line.op](line)) + '\n'))
})
