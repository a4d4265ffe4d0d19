import type { ChildProcess } from 'node:child_process';

export function endWithThisProcess(child: ChildProcess): void;
