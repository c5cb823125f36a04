/** What is used of TensorFlow.js, in narrow types: its own do not pass the compiler. */
export interface Tensor {
  readonly shape: readonly number[];
  dataSync(): Float32Array;
  dispose(): void;
  add(other: Tensor | number): Tensor;
  sub(other: Tensor): Tensor;
  mul(other: Tensor | number): Tensor;
  div(other: Tensor | number): Tensor;
  neg(): Tensor;
  abs(): Tensor;
  exp(): Tensor;
  log1p(): Tensor;
  square(): Tensor;
  sqrt(): Tensor;
  relu(): Tensor;
  sum(axis?: number, keepDims?: boolean): Tensor;
  mean(): Tensor;
  logSumExp(axis: number): Tensor;
  transpose(): Tensor;
  matMul(other: Tensor, transposeA?: boolean, transposeB?: boolean): Tensor;
  slice(begin: readonly number[], size: readonly number[]): Tensor;
}

export interface CustomGradient {
  readonly value: Tensor;
  readonly gradFunc: (slope: Tensor) => Tensor;
}

export interface TensorFlow {
  tensor(values: Float32Array, shape: readonly number[]): Tensor;
  tidy<T>(work: () => T): T;
  valueAndGrads(loss: (...inputs: Tensor[]) => Tensor): (inputs: readonly Tensor[]) => { readonly value: Tensor; readonly grads: Tensor[] };
  customGrad(work: (input: Tensor) => CustomGradient): (input: Tensor) => Tensor;
  memory(): { readonly numTensors: number };
  setBackend(name: string): Promise<boolean>;
  getBackend(): string;
  ready(): Promise<void>;
  registerGradient(config: GradientConfig): void;
  unregisterGradient(name: string): void;
}

export interface GradientConfig {
  readonly kernelName: string;
  readonly inputsToSave: readonly string[];
  readonly gradFunc: (slope: Tensor, saved: readonly Tensor[], attributes: unknown) => Readonly<Record<string, () => Tensor>>;
}
