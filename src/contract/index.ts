export * from './basics.ts'
export * from './comments.ts'
export * from './content.ts'
export * from './problem.ts'
