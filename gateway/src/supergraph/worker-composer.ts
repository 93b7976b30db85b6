import { Worker } from 'node:worker_threads';
import type { Composition, Subgraph } from './compose-supergraph';

export type ComposeSupergraph = (subgraphs: readonly Subgraph[]) => Promise<Composition>;

/**
 * Composes in a thread that ends with its work.
 *
 * @param workerFile the compiled `compose-worker`
 */
export function createWorkerComposer(workerFile: string): ComposeSupergraph {
  return (subgraphs) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(workerFile, { workerData: subgraphs });
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the composing thread ended without a result')));
    });
}
