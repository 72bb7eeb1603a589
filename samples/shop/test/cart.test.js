import assert from 'node:assert';
import test from 'node:test';
import { total } from '../src/cart.js';

test('adds prices', () => assert.equal(total([{ price: 1 }, { price: 2 }]), 3));
