import process from 'node:process';

// INVARIANT: imported before anything that imports React. Its development build measures each component that it renders
// and keeps every measurement.
process.env['NODE_ENV'] ??= 'production';
