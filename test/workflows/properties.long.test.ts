// What holds of every campaign and every life, of thousands of them.
import { testEveryLife } from '../support/every-life.ts';

testEveryLife(4_000);
