export interface Fault {
  readonly name: string;
  readonly idea: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly tests: readonly string[];
  readonly in?: readonly string[];
  readonly pattern?: string;
}

export declare const faults: readonly Fault[];
