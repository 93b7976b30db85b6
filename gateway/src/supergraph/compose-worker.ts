import { parentPort, workerData } from 'node:worker_threads';
import { composeSupergraph, type Subgraph } from './compose-supergraph';

// the entry of a thread of its own: composing would hold up every query for seconds
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
parentPort?.postMessage(composeSupergraph(workerData as readonly Subgraph[]));
