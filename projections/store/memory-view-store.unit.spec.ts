import { MemoryViewStore } from './memory-view-store.js';
import { viewStoreContract } from './view-store.contract.js';

viewStoreContract('The memory view store', (options) => ({ store: new MemoryViewStore(options) }));
