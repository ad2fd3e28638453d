// Makes the models that ship in the library.
return 0;
