import { goByFile } from "./clock.ts";

goByFile();
