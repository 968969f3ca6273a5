// Answers a line of JSON {"token", "jwks"} with {"claims"}, or with {"error"}: what a service does that
// knows nothing of Hub but the URL of the keys.
import readline from 'node:readline'
import { createLocalJWKSet, jwtVerify } from 'jose'

for await (const line of readline.createInterface({ input: process.stdin })) {
  const { token, jwks } = JSON.parse(line)
  const answer = await jwtVerify(token, createLocalJWKSet(jwks)).then(
    ({ payload }) => ({ claims: payload }),
    (error) => ({ error: error.code })
  )
  console.log(JSON.stringify(answer))
}
