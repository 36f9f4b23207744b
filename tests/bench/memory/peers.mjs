// The peers' side of the memory bench: ts-fsrs and the native optimiser of fsrs-rs, from npm.
// node peers.mjs fit LOG.csv | step
import fs from 'node:fs'
import { createRequire } from 'node:module'
const require = createRequire(process.cwd() + '/')

const peakMib = () => process.resourceUsage().maxRSS / 1024
const seconds = () => Number(process.hrtime.bigint()) / 1e9
const cpu = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1e6 }

async function fit(file) {
  const { convertCsvToFsrsItems, computeParameters } = require('@open-spaced-repetition/binding')
  const readAt = seconds()
  const items = convertCsvToFsrsItems(fs.readFileSync(file), 4, 'UTC', () => 0)
  const before = seconds(), cpuBefore = cpu()
  const parameters = await computeParameters(items, { enableShortTerm: true, timeout: 20 })
  console.log(JSON.stringify({ items: items.length, read: before - readAt, seconds: seconds() - before,
    cpu: cpu() - cpuBefore, mib: peakMib(), parameters: [...parameters] }))
}

// The bare state update: new stability and difficulty from the old ones, a time and a grade.
function step() {
  const { FSRSAlgorithm, generatorParameters } = require('ts-fsrs')
  const algorithm = new FSRSAlgorithm(generatorParameters({ enable_fuzz: false }))
  const steps = 200000
  let best = Infinity
  for (let round = 0; round < 5; ++round) {
    const before = seconds()
    let state = { stability: 5, difficulty: 5 }
    for (let i = 0; i < steps; ++i) {
      if (i % 10 === 0) state = { stability: 2.3, difficulty: 5 }
      state = algorithm.next_state(state, 1 + (i % 7), 1 + (i * 7 + (i >> 3)) % 4)
    }
    best = Math.min(best, seconds() - before)
  }
  console.log(JSON.stringify({ steps_a_second: steps / best }))
}

const [what, file] = process.argv.slice(2)
if (what === 'fit') await fit(file)
else if (what === 'step') step()
else process.exitCode = 64
