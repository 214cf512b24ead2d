// What holds of every campaign and every life: a few hundred of them, other ones at every run.
import { testEveryLife } from '../support/every-life.ts';

testEveryLife(200);
